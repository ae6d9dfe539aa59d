using CleanApi.Application.Common.Services;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <inheritdoc cref="IMfaEnrollment" />
[Service]
internal sealed class MfaEnrollment(ISecondFactors factors, IOrganizationService organizations) : IMfaEnrollment
{
    /// <inheritdoc />
    public async Task<bool> IsRequiredAsync(UserId userId, CancellationToken cancellationToken) =>
        (await organizations.GetAsync(cancellationToken)).RequireSecondFactor && (await factors.GetMethodsAsync(userId, cancellationToken)).Count == 0;

    /// <summary>The same for a session that exists: one that has not proved the user's factor is restricted as if there were none.</summary>
    public async Task<bool> IsRequiredOfSessionAsync(UserId userId, bool isMultiFactor, CancellationToken cancellationToken) => isMultiFactor
        ? await IsRequiredAsync(userId, cancellationToken)
        : (await organizations.GetAsync(cancellationToken)).RequireSecondFactor;

    /// <summary>The same for a new session of a user without a factor. It holds the policy: a narrower one finds the session, or the session is under it.</summary>
    public async Task<bool> IsRequiredOfNewSessionAsync(CancellationToken cancellationToken) =>
        (await organizations.LockSecurityPolicyAsync(cancellationToken)).RequireSecondFactor;
}
