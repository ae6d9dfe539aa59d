using CleanApi.Application.Common.Behaviours;
using CleanApi.Domain.Errors;
using FluentValidation;
using MediatR;

namespace CleanApi.Application.UnitTests.Support;

/// <summary>Runs the validation behaviour on a request.</summary>
internal static class Shape
{
    /// <summary>The error; null when the request is valid.</summary>
    public static async Task<ValidationError?> Check<TRequest, TResponse>(TRequest request, params IValidator<TRequest>[] validators)
        where TRequest : IRequest<TResponse>
    {
        var calls = 0;
        var behaviour = new ValidationBehaviour<TRequest, TResponse>(validators);
        var exception = await Record.ExceptionAsync(() => behaviour.Handle(request, Next, CancellationToken.None));
        calls.Should().Be(exception is null ? 1 : 0);
        return exception is null ? null : exception.Should().BeOfType<ValidationError>().Subject;

        Task<TResponse> Next()
        {
            calls++;
            return Task.FromResult(default(TResponse)!);
        }
    }

    /// <summary>Field and code of each error, a line each: <c>name TOO_LONG</c>.</summary>
    public static async Task<string[]> Errors<TRequest, TResponse>(TRequest request, params IValidator<TRequest>[] validators)
        where TRequest : IRequest<TResponse> =>
        [.. (await Check<TRequest, TResponse>(request, validators))?.Details.Select(detail => $"{detail.Field} {detail.Code}") ?? []];
}
