namespace CleanApi.Application.Common.Idempotency;

/// <summary>What a command has answered: a response, or an error that it was decided by.</summary>
/// <typeparam name="TResponse">The command's response.</typeparam>
/// <param name="Response">The response; without a meaning where there is an error.</param>
/// <param name="Error">The error; null where there is a response.</param>
public sealed record Answer<TResponse>(TResponse? Response, AnsweredError? Error)
{
    /// <summary>The response.</summary>
    /// <exception cref="ReplayedError">It was an error.</exception>
    internal TResponse Give() => Error is null ? Response! : throw new ReplayedError(Error);
}
