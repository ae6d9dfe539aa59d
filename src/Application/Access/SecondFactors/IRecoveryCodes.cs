using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The recovery codes of accounts, by their hashes.</summary>
public interface IRecoveryCodes
{
    /// <summary>Gives an account ten new codes, in place of all that it has; to be shown once. Joins the unit of work.</summary>
    Task<IReadOnlyList<string>> ReplaceAsync(AccountId accountId, CancellationToken cancellationToken);

    /// <summary>Takes all codes of an account away.</summary>
    Task RemoveAsync(AccountId accountId, CancellationToken cancellationToken);

    /// <summary>How many codes of an account are good.</summary>
    Task<int> CountAsync(AccountId accountId, CancellationToken cancellationToken);

    /// <summary>Uses a code up: of any number at the same time, one succeeds. False when the account has no such code, or it was used.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="code">The code as <see cref="RecoveryCodeText.TryParse"/> makes it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<bool> ConsumeAsync(AccountId accountId, string code, CancellationToken cancellationToken);
}
