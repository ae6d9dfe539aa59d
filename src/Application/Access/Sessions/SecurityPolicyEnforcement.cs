using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Organizations;

namespace CleanApi.Application.Access;

/// <inheritdoc cref="ISecurityPolicyEnforcement" />
[Service]
internal sealed class SecurityPolicyEnforcement(ISecondFactors factors, ICallerContext context) : ISecurityPolicyEnforcement
{
    /// <inheritdoc />
    public Task ApplyAsync(CancellationToken cancellationToken) => factors.InvalidateLackingAsync(context.Required.OrganizationId, cancellationToken);
}
