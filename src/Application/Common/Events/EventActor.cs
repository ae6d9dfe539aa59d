using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Events;

/// <summary>Who has caused an event.</summary>
/// <param name="Type"><c>user</c>, <c>api_key</c> or <c>system</c>.</param>
/// <param name="Id">The UUID of the user or key; null for the system.</param>
public sealed record EventActor(string Type, Guid? Id)
{
    private const string User = "user";

    private static readonly EventActor System = new("system", null);

    /// <summary>The public id; null for the system.</summary>
    public string? PublicId => Id is { } id ? PublicIds.Format(Type, id) : null;

    /// <summary>The user; null where it was none.</summary>
    public UserId? UserId => Type == User && Id is { } id ? Domain.Users.UserId.From(id) : null;

    /// <summary>The actor of a caller; null where nobody has signed in.</summary>
    public static EventActor? Of(Caller? caller) => caller?.Match(
        0,
        static (user, _) => new EventActor(User, user.UserId.Value),
        static (key, _) => new EventActor("api_key", key.ApiKeyId.Value),
        static (system, _) => system.OnBehalfOf is { } user ? new EventActor(User, user.Value) : System);
}
