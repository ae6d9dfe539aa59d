using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>
/// Carries out a command once for each key that its client sends with it, and answers every repetition like the first. Who may not send it, or has sent what is
/// invalid, was refused before. A command without a key passes.
/// </summary>
internal sealed class IdempotencyBehaviour<TRequest, TResponse>(
    ICallerContext context, IIdempotentAnswers answers, IRecentAuthentication authentication, IExceptionTranslator translator)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    private const string First = "first";
    private const string Replayed = "replayed";
    private const string Conflict = "conflict";

    private static readonly bool AllowsReplay = NotReplayedAttribute.AllowsReplay(typeof(TRequest));

    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        AllowsReplay && context.IdempotentRequest is { } sent ? RunAsync(sent, next, cancellationToken) : next();

    private async Task<TResponse> RunAsync(IdempotentRequest sent, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        answers.Begin<TResponse>(sent);
        if (await FindAsync(cancellationToken) is { } known)
        {
            return await ReplayAsync(sent, known, cancellationToken);
        }

        Answer<TResponse>? first;
        try
        {
            var response = await next();
            await answers.StoreAsync(new Answer<TResponse>(response, null), cancellationToken);
            Count(First);
            return response;
        }
        catch (Exception exception) when (translator.Translate(exception) is { StatusCode: < 500 } error)
        {
            // Of several at the same moment, one is carried out: it may be why this one fails, and its answer is then this one's too.
            first = await FindAsync(cancellationToken);
            if (first is null)
            {
                Count(error is RequestInProgressError ? Conflict : First);
                if (AnsweredError.Of(error) is { } decided)
                {
                    await answers.StoreAsync(new Answer<TResponse>(default, decided), cancellationToken);
                }

                throw;
            }
        }

        return await ReplayAsync(sent, first, cancellationToken);
    }

    private async Task<Answer<TResponse>?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await answers.FindAsync<TResponse>(cancellationToken);
        }
        catch (ValidationError)
        {
            Count(Conflict);
            throw;
        }
    }

    private static void Count(string outcome) => ApplicationTelemetry.IdempotentCommands.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    // The answer can hold a secret that a stolen session must not get either.
    private async Task<TResponse> ReplayAsync(IdempotentRequest sent, Answer<TResponse> answer, CancellationToken cancellationToken)
    {
        if (RecentAuthenticationRule.AppliesTo<TRequest>(context.Caller))
        {
            await authentication.RequireAsync(cancellationToken);
        }

        Count(Replayed);
        sent.MarkReplayed();
        return answer.Give();
    }
}
