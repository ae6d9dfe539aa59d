using System.Security.Cryptography;
using System.Text.Json;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;

namespace CleanApi.Infrastructure.Idempotency;

/// <summary>
/// An answer as it is stored: encrypted, because it can hold a secret, and with the request's fingerprint inside, because that covers passwords. It can be read in
/// its own scope only.
/// </summary>
internal sealed class AnswerSeal(ISecretProtector protector)
{
    private const string Purpose = "idempotent-answers";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);
    private static readonly JsonSerializerOptions Json = new() { Converters = { new EmailAddressConverter() } };

    /// <summary>Encrypts.</summary>
    public byte[] Close<TResponse>(AnswerScope scope, Answer<TResponse> answer) => protector.Protect(
        Purpose, Context(scope), JsonSerializer.SerializeToUtf8Bytes(new SealedAnswer<TResponse>(scope.Fingerprint.ToArray(), answer.Response, answer.Error), Json));

    /// <summary>Decrypts.</summary>
    /// <exception cref="ValidationError">It is the answer to another request.</exception>
    /// <exception cref="ServiceUnavailableError">It was changed in the database; the log says so.</exception>
    public Answer<TResponse> Open<TResponse>(AnswerScope scope, byte[] encrypted)
    {
        var bytes = protector.Unprotect(Purpose, Context(scope), encrypted) ?? throw new ServiceUnavailableError(RetryAfter);
        var stored = JsonSerializer.Deserialize<SealedAnswer<TResponse>>(bytes, Json)!;
        return CryptographicOperations.FixedTimeEquals(stored.Fingerprint, scope.Fingerprint.Span)
            ? new Answer<TResponse>(stored.Response, stored.Error)
            : throw ValidationError.Of(
                IdempotentRequest.Header, FieldCodes.IdempotencyKeyReused, "This key was sent with another request; a new request needs a new key", FieldPlace.Elsewhere);
    }

    private static string Context(AnswerScope scope) => Convert.ToHexString(scope.Hash);
}
