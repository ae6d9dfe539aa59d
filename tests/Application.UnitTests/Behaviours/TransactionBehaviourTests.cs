using System.Data;
using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Behaviours;

public sealed class TransactionBehaviourTests
{
    private readonly IUnitOfWork unitOfWork = Substitute.For<IUnitOfWork>();

    [Fact]
    public Task A_command_runs_read_committed() => RunsAt<Plain>(new Plain(), IsolationLevel.ReadCommitted);

    [Fact]
    [Trait("Requirement", "R201")]
    public Task A_command_whose_rule_spans_rows_runs_serializable() => RunsAt<Spanning>(new Spanning(), IsolationLevel.Serializable);

    [Fact]
    public async Task A_retry_runs_the_rest_of_the_pipeline_again()
    {
        unitOfWork.ExecuteAsync(Arg.Any<Func<CancellationToken, Task<string>>>(), Arg.Any<IsolationLevel>(), Arg.Any<CancellationToken>()).Returns(async call =>
        {
            await call.Arg<Func<CancellationToken, Task<string>>>()(CancellationToken.None);
            return await call.Arg<Func<CancellationToken, Task<string>>>()(CancellationToken.None);
        });
        var runs = 0;
        await new TransactionBehaviour<Plain, string>(unitOfWork).Handle(new Plain(), () => Task.FromResult($"{++runs}"), CancellationToken.None);
        runs.Should().Be(2);
    }

    private async Task RunsAt<TCommand>(TCommand command, IsolationLevel isolation)
        where TCommand : ICommand<string>
    {
        using var source = new CancellationTokenSource();
        unitOfWork.ExecuteAsync(Arg.Any<Func<CancellationToken, Task<string>>>(), isolation, source.Token)
            .Returns(call => call.Arg<Func<CancellationToken, Task<string>>>()(source.Token));
        var behaviour = new TransactionBehaviour<TCommand, string>(unitOfWork);
        (await behaviour.Handle(command, () => Task.FromResult("done"), source.Token)).Should().Be("done");
    }

    private sealed record Plain : ICommand<string>;

    [RunsSerializable("Probe")]
    private sealed record Spanning : ICommand<string>;
}
