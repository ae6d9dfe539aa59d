using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Whether a user has yet to enroll the second factor that their organization requires.</summary>
public interface IMfaEnrollment
{
    /// <summary>Whether the caller's organization requires a second factor and the user has none.</summary>
    Task<bool> IsRequiredAsync(UserId userId, CancellationToken cancellationToken);
}
