using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Events;

/// <summary>Follows the events of the caller's organization.</summary>
[RequiresPermission(Permissions.EventsRead)]
public sealed record StreamEvents : IQuery<IEventStream>
{
    /// <summary>Only events of this name, or with `.*` at its end of all names that begin so; `*` is all, as in the filters of webhooks.</summary>
    public string? Type { get; init; }

    /// <summary>Only events about the resource with this id.</summary>
    public string? Subject { get; init; }

    /// <summary>What comes after this comes first: the last `id` of a stream, or the id of an event (`evt_…`), also of one that the filter leaves out. Without it, the stream begins now.</summary>
    public string? After { get; init; }
}
