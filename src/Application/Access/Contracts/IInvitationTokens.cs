using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// The one-time tokens of invitation links. A token carries an opaque reference to an invitation; the Invitations module decides whether that one is still
/// open. Joins the caller's transaction.
/// </summary>
public interface IInvitationTokens
{
    /// <summary>Issues a token for a link.</summary>
    string Issue(EmailAddress email, string reference, TimeSpan lifetime);

    /// <summary>Returns the reference of a token, which stays valid; null when it is unknown, used or expired.</summary>
    Task<string?> FindAsync(string token, CancellationToken cancellationToken);

    /// <summary>Returns the references of all valid tokens of an address, newest first, in any organization.</summary>
    Task<IReadOnlyList<string>> ListAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>Revokes those of an address whose references are of one invitation.</summary>
    Task RevokeAsync(EmailAddress email, Func<string, bool> isOfInvitation, CancellationToken cancellationToken);

    /// <summary>Consumes a token. Atomic: of concurrent calls one succeeds; false for the others, and for an unknown or expired token.</summary>
    Task<bool> ConsumeAsync(string token, CancellationToken cancellationToken);
}
