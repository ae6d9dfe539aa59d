using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Locks users.</summary>
public interface IUserStore
{
    /// <summary>
    /// Locks a user and the active administrators of the organization until the transaction ends, in one order. Whoever waited may have lost their rights meanwhile:
    /// the next statement verifies the caller again.
    /// </summary>
    Task LockWithAdministratorsAsync(UserId id, CancellationToken cancellationToken);
}
