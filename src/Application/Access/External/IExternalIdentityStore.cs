using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Looks up external identities by issuer and subject, and changes them atomically.</summary>
public interface IExternalIdentityStore
{
    /// <summary>Returns the linked identity with its account; null when it is not linked.</summary>
    Task<LinkedIdentity?> FindAsync(string issuer, string subject, CancellationToken cancellationToken);

    /// <summary>Records a sign-in and locks the identity until the transaction ends; false when it is no longer linked.</summary>
    Task<bool> TouchAsync(ExternalIdentityId id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Unlinks the identities of an account that were linked from a moment on.</summary>
    Task UnlinkAllAsync(AccountId accountId, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken);
}
