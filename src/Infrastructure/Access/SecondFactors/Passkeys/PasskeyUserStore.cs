using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Adapts our accounts to the user store that ASP.NET Core Identity's passkey handler requires. Read-only: the use cases store the results of ceremonies in
/// their own transactions.
/// </summary>
internal sealed class PasskeyUserStore(CleanApiDbContext db) : IUserPasskeyStore<Account>
{
    /// <inheritdoc />
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    /// <inheritdoc />
    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email.Value);

    /// <inheritdoc />
    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    /// <inheritdoc />
    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        TypeId.TryParse(userId, out AccountId id)
            ? db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken)
            : Task.FromResult<Account?>(null);

    /// <inheritdoc />
    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        db.Set<Passkey>().AsNoTracking().Where(passkey => passkey.CredentialId == credentialId).Select(passkey => passkey.Account)
            .SingleOrDefaultAsync(cancellationToken)!;

    /// <inheritdoc />
    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
    {
        var passkeys = await db.Set<Passkey>().AsNoTracking().Where(passkey => passkey.AccountId == user.Id).OrderBy(passkey => passkey.Id)
            .ToListAsync(cancellationToken);
        return [.. passkeys.Select(Info)];
    }

    /// <inheritdoc />
    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var passkey = await db.Set<Passkey>().AsNoTracking()
            .SingleOrDefaultAsync(candidate => candidate.AccountId == user.Id && candidate.CredentialId == credentialId, cancellationToken);
        return passkey is null ? null : Info(passkey);
    }

    /// <inheritdoc />
    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public void Dispose()
    {
        // The scope owns and disposes the context.
    }

    // The counter is always 0, so that the handler accepts any: PasskeyStore compares and stores it in one atomic statement, which rejects a replayed
    // signature.
    private static UserPasskeyInfo Info(Passkey passkey) => new(
        passkey.CredentialId,
        passkey.PublicKey,
        passkey.CreatedAt,
        signCount: 0,
        passkey.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries),
        passkey.IsUserVerified,
        passkey.IsBackupEligible,
        passkey.IsBackedUp,
        attestationObject: [],
        clientDataJson: []);

    private static NotSupportedException ReadOnly() => new("Accounts and passkeys are changed by the use cases of Access, not through Identity.");
}
