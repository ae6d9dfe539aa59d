using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Encrypts TOTP secrets, bound to their account.</summary>
[Service]
internal sealed class TotpSecrets(ISecretProtector protector)
{
    private const string Purpose = "totp";

    /// <summary>Encrypts a secret.</summary>
    public byte[] Protect(AccountId accountId, byte[] secret) => protector.Protect(Purpose, accountId.ToString(), secret);

    /// <summary>Decrypts a secret.</summary>
    /// <exception cref="InvalidOperationException">The secret was encrypted with another key.</exception>
    public byte[] Reveal(AccountId accountId, byte[] encrypted) => protector.Unprotect(Purpose, accountId.ToString(), encrypted)
        ?? throw new InvalidOperationException($"The TOTP secret of {accountId} cannot be read: it was encrypted with another key.");

    /// <summary>Returns the time step of a code; null when it is wrong.</summary>
    /// <exception cref="InvalidOperationException">The secret was encrypted with another key.</exception>
    [ComparesGuessedSecret]
    public long? Match(AccountId accountId, byte[] encrypted, string code, DateTimeOffset now)
    {
        var secret = Reveal(accountId, encrypted);
        return Totp.TryParse(code, out var digits) ? Totp.Match(secret, digits, now) : null;
    }
}
