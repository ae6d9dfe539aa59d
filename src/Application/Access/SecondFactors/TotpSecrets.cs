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

    /// <summary>Decrypts a secret; null when it cannot be decrypted.</summary>
    public byte[]? Reveal(AccountId accountId, byte[] encrypted) => protector.Unprotect(Purpose, accountId.ToString(), encrypted);

    /// <summary>Returns the time step of a code; null when it is wrong, and when the secret cannot be decrypted: then no code is right.</summary>
    [ComparesGuessedSecret]
    public long? Match(AccountId accountId, byte[] encrypted, string code, DateTimeOffset now) =>
        Totp.TryParse(code, out var digits) && Reveal(accountId, encrypted) is { } secret ? Totp.Match(secret, digits, now) : null;
}
