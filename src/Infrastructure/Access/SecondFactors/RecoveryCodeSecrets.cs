using System.Security.Cryptography;
using System.Text;
using CleanApi.Domain.Access;

namespace CleanApi.Infrastructure.Access;

/// <summary>Hashes recovery codes.</summary>
internal sealed class RecoveryCodeSecrets(RootKey key)
{
    private const string Purpose = "recovery-codes/v1";

    /// <summary>HMAC of account and code: equal codes of two accounts have different hashes, and codes cannot be brute-forced without the key.</summary>
    public byte[] Hash(AccountId accountId, string code) => HMACSHA256.HashData(key.Derive(Purpose), Encoding.UTF8.GetBytes($"{accountId}:{code}"));
}
