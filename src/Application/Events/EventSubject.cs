using System.Diagnostics.CodeAnalysis;
using CleanApi.Application.Common.Events;

namespace CleanApi.Application.Events;

/// <summary>What an event is about.</summary>
/// <param name="Type">The type of the resource: <c>user</c>.</param>
/// <param name="Id">Its UUID.</param>
public sealed record EventSubject(string Type, Guid Id)
{
    /// <summary>What an id of clients names.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out EventSubject? subject)
    {
        subject = PublicIds.TryParse(text, out var type, out var id) ? new EventSubject(type, id) : null;
        return subject is not null;
    }
}
