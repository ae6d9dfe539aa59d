using System.Security.Cryptography;
using System.Text;
using CleanApi.Domain.Access;

namespace CleanApi.Infrastructure.Access;

/// <summary>What is stored of recovery codes.</summary>
internal sealed class RecoveryCodeSecrets(KeyEncryptionKey key)
{
    private readonly byte[] codes = key.Derive("recovery-codes/v1");

    /// <summary>A keyed hash of account and code: the same code of two accounts looks different, and without the key none can be tried.</summary>
    public byte[] Hash(AccountId accountId, string code) => HMACSHA256.HashData(codes, Encoding.UTF8.GetBytes($"{accountId}:{code}"));
}
