using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Events;

/// <summary>Follows the events of the caller's organization.</summary>
[RequiresPermission(Permissions.EventsRead)]
public sealed record StreamEvents : IQuery<IEventStream>
{
    /// <summary>Only events of this name, or with `.*` at its end of all names that begin so.</summary>
    public string? Type { get; init; }

    /// <summary>Only events about the resource with this id.</summary>
    public string? Subject { get; init; }

    /// <summary>The id of the last event that has arrived: what came after it comes first. Without it, the stream begins now.</summary>
    public string? After { get; init; }
}
