using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
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
    private static readonly bool AllowsReplay = NotReplayedAttribute.AllowsReplay(typeof(TRequest));

    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        AllowsReplay && context.IdempotentRequest is { } sent ? RunAsync(sent, next, cancellationToken) : next();

    private async Task<TResponse> RunAsync(IdempotentRequest sent, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        answers.Begin<TResponse>(sent);
        if (await answers.FindAsync<TResponse>(cancellationToken) is { } known)
        {
            return await ReplayAsync(sent, known, cancellationToken);
        }

        Answer<TResponse>? first;
        try
        {
            var response = await next();
            await answers.StoreAsync(new Answer<TResponse>(response, null), cancellationToken);
            return response;
        }
        catch (Exception exception) when (translator.Translate(exception) is { StatusCode: < 500 } error)
        {
            // Of several at the same moment, one is carried out: it may be why this one fails, and its answer is then this one's too.
            first = await answers.FindAsync<TResponse>(cancellationToken);
            if (first is null)
            {
                if (AnsweredError.Of(error) is { } decided)
                {
                    await answers.StoreAsync(new Answer<TResponse>(default, decided), cancellationToken);
                }

                throw;
            }
        }

        return await ReplayAsync(sent, first, cancellationToken);
    }

    // The answer can hold a secret that a stolen session must not get either.
    private async Task<TResponse> ReplayAsync(IdempotentRequest sent, Answer<TResponse> answer, CancellationToken cancellationToken)
    {
        if (RecentAuthenticationRule.AppliesTo<TRequest>(context.Caller))
        {
            await authentication.RequireAsync(cancellationToken);
        }

        sent.MarkReplayed();
        return answer.Give();
    }
}
