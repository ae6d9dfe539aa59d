using System.Text.Json;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.CommandLine;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CleanApi.WebApi.CommandLine;

/// <summary>A command that sends a use case as the operator of the platform: the same ones that <c>/api/v1/platform</c> serves.</summary>
internal abstract class OperatorCommand : ProgramCommand
{
    /// <inheritdoc />
    public sealed override string? Refuse(IReadOnlyList<string> arguments)
    {
        var read = OperatorArguments.Read(arguments, Options, out var wrong);
        return wrong ?? Refuse(read);
    }

    /// <inheritdoc />
    public sealed override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var scope = run.Services.CreateAsyncScope();
        var (services, arguments) = (scope.ServiceProvider, OperatorArguments.Read(run.Arguments, Options, out _));
        var json = services.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        try
        {
            await services.GetRequiredService<ICallerContext>().RunAsAsync(
                SystemCaller.Operator,
                () => SendAsync(services.GetRequiredService<ISender>(), arguments, async (resource, line) =>
                    await run.Output.WriteLineAsync(arguments.IsJson ? JsonSerializer.Serialize(resource, json) : line), cancellationToken));
            return Done;
        }
        catch (AppException error) when (error.StatusCode < StatusCodes.Status500InternalServerError)
        {
            await run.Errors.WriteLineAsync($"{error.Code}: {error.Message}");
            foreach (var detail in error.Details.Where(detail => detail.Field is not null))
            {
                await run.Errors.WriteLineAsync($"  {detail.Field}: {detail.Message}");
            }

            return Failed;
        }
    }

    /// <summary>What is wrong with the arguments, as a sentence that names the one; null: nothing.</summary>
    protected abstract string? Refuse(OperatorArguments arguments);

    /// <summary>Sends the use case, and tells each result as a resource and as a line.</summary>
    protected abstract Task<bool> SendAsync(ISender sender, OperatorArguments arguments, Func<object, string, Task> tellAsync, CancellationToken cancellationToken);
}
