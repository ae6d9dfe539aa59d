using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The recovery codes of accounts. Only their hashes are stored.</summary>
public interface IRecoveryCodes
{
    /// <summary>Replaces all codes of an account with ten new ones, to be shown once. Joins the unit of work.</summary>
    Task<IReadOnlyList<string>> ReplaceAsync(AccountId accountId, CancellationToken cancellationToken);

    /// <summary>Deletes all codes of an account.</summary>
    Task RemoveAsync(AccountId accountId, CancellationToken cancellationToken);

    /// <summary>Counts the unused codes of an account.</summary>
    Task<int> CountAsync(AccountId accountId, CancellationToken cancellationToken);

    /// <summary>Consumes a code. Atomic: of concurrent calls one succeeds. False when the account has no such code, or it was used.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="code">The code as normalized by <see cref="RecoveryCodeText.TryParse"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [ComparesGuessedSecret]
    Task<bool> ConsumeAsync(AccountId accountId, string code, CancellationToken cancellationToken);
}
