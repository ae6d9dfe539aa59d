namespace CleanApi.Application.Organizations;

/// <summary>
/// Brings a changed security policy into force. Organizations asks it; the module that owns sessions and keys implements it, so that the edge between the two
/// stays the one that is there.
/// </summary>
public interface ISecurityPolicyEnforcement
{
    /// <summary>
    /// Invalidates the access tokens and cached API keys of the caller's organization that carry what the policy was. Call it with the policy locked, in the
    /// transaction that changes it: what begins meanwhile waits for it (<see cref="IOrganizationService.LockSecurityPolicyAsync"/>).
    /// </summary>
    Task ApplyAsync(CancellationToken cancellationToken);
}
