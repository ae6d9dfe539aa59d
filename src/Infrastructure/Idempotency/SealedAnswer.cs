using CleanApi.Application.Common.Idempotency;

namespace CleanApi.Infrastructure.Idempotency;

/// <summary>What is encrypted of an answer.</summary>
/// <param name="Fingerprint">Of the request that was answered.</param>
/// <param name="Response">The response.</param>
/// <param name="Error">The error; null where there is a response.</param>
internal sealed record SealedAnswer<TResponse>(byte[] Fingerprint, TResponse? Response, AnsweredError? Error);
