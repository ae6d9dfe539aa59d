using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;

namespace CleanApi.Infrastructure.Idempotency;

/// <summary>Where the answer to a request is stored: one caller's, for one method, path and key.</summary>
/// <param name="OrganizationId">The caller's organization; the nil id where nobody has signed in.</param>
/// <param name="Hash">HMAC-SHA-256: a plain hash of what somebody has chosen could be found by guessing.</param>
/// <param name="Fingerprint">Of the request.</param>
internal sealed record AnswerScope(OrganizationId OrganizationId, byte[] Hash, ReadOnlyMemory<byte> Fingerprint)
{
    /// <summary>The scope of a request. Of those who have not signed in, only who sends the very same request shares one: nobody gets, or meets, the answer to another's.</summary>
    /// <param name="request">The request.</param>
    /// <param name="caller">Who sends it; null: nobody has signed in.</param>
    /// <param name="key">32 bytes.</param>
    public static AnswerScope Of(IdempotentRequest request, Caller? caller, byte[] key)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hash, Encoding.UTF8.GetBytes(caller is null ? "" : Principal(caller)));
        Append(hash, Encoding.UTF8.GetBytes(request.Operation));
        Append(hash, Encoding.UTF8.GetBytes(request.Key));
        if (caller is null)
        {
            Append(hash, request.Fingerprint.Span);
        }

        return new AnswerScope(caller?.OrganizationId ?? default, hash.GetHashAndReset(), request.Fingerprint);
    }

    // A person, whatever the session: between two attempts, they may have to sign in again.
    private static string Principal(Caller caller) => caller.Match(
        0, static (user, _) => user.UserId.ToString(), static (key, _) => key.ApiKeyId.ToString(), static (system, _) => $"system {system.OnBehalfOf}");

    // With its length, so that no two lists of parts are one text.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        hash.AppendData(BitConverter.GetBytes(part.Length));
        hash.AppendData(part);
    }
}
