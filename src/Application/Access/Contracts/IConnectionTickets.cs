using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>
/// Tickets for one connection each, for a browser whose page signs in with a header: it cannot send one when it opens a WebSocket, and an access token does not
/// belong in an address.
/// </summary>
public interface IConnectionTickets
{
    /// <summary>Issues a ticket, in the unit of work.</summary>
    /// <param name="caller">Whom it stands for.</param>
    /// <param name="lifetime">How long it is valid.</param>
    string Issue(UserCaller caller, TimeSpan lifetime);

    /// <summary>Uses a ticket, once; null when there is no such ticket. Whether the session is still valid, the first statement shows.</summary>
    Task<UserCaller?> RedeemAsync(string ticket, CancellationToken cancellationToken);
}
