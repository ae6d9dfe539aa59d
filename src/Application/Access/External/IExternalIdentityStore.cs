using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>External identities, by what a sign-in knows of them, and changes to them that have to be one statement.</summary>
public interface IExternalIdentityStore
{
    /// <summary>Whom an identity signs in; null when it is linked to nobody.</summary>
    Task<LinkedIdentity?> FindAsync(string issuer, string subject, CancellationToken cancellationToken);

    /// <summary>Notes a sign-in with an identity; false when it is no longer linked. Holds the identity until the transaction ends.</summary>
    Task<bool> TouchAsync(ExternalIdentityId id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Unlinks all identities of an account that closes.</summary>
    Task UnlinkAllAsync(AccountId accountId, DateTimeOffset now, CancellationToken cancellationToken);
}
