using CleanApi.Application.Common.Services;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Whether a user has yet to enroll the second factor that their organization requires.</summary>
[Service]
internal sealed class MfaEnrollment(ISecondFactors factors, IOrganizationService organizations)
{
    /// <summary>Whether the caller's organization requires a second factor and the user has none.</summary>
    public async Task<bool> IsRequiredAsync(UserId userId, CancellationToken cancellationToken) =>
        (await organizations.GetAsync(cancellationToken)).RequireSecondFactor && (await factors.GetMethodsAsync(userId, cancellationToken)).Count == 0;
}
