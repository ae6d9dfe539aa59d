using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.UnitTests.Support;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Behaviours;

public sealed class TransactionBehaviourTests
{
    private readonly List<string> log = [];

    [Fact]
    public Task A_command_runs_in_a_transaction_at_read_committed() => RunsAsync(new Plain(), "begin ReadCommitted", "handler", "commit");

    [Fact]
    public Task A_command_that_only_inserts_needs_no_explicit_transaction() => RunsAsync(new Inserting(), "insert", "handler", "commit");

    [Fact]
    public Task A_command_that_manages_its_transaction_runs_without_one() => RunsAsync(new Managing(), "handler");

    [Fact]
    public async Task A_retry_runs_the_rest_of_the_pipeline_again()
    {
        var unitOfWork = Substitute.For<IUnitOfWork>();
        unitOfWork.ExecuteAsync(Arg.Any<Func<CancellationToken, Task<string>>>(), Arg.Any<CancellationToken>()).Returns(async call =>
        {
            await call.Arg<Func<CancellationToken, Task<string>>>()(CancellationToken.None);
            return await call.Arg<Func<CancellationToken, Task<string>>>()(CancellationToken.None);
        });
        var runs = 0;
        await new TransactionBehaviour<Plain, string>(unitOfWork).Handle(new Plain(), () => Task.FromResult($"{++runs}"), CancellationToken.None);
        runs.Should().Be(2);
    }

    private async Task RunsAsync<TCommand>(TCommand command, params string[] expected)
        where TCommand : ICommand<string>
    {
        var behaviour = new TransactionBehaviour<TCommand, string>(new TestUnitOfWork(log));
        (await behaviour.Handle(command, Handler, CancellationToken.None)).Should().Be("done");
        log.Should().Equal(expected);
    }

    private Task<string> Handler()
    {
        log.Add("handler");
        return Task.FromResult("done");
    }

    private sealed record Plain : ICommand<string>;

    [InsertsOnly]
    private sealed record Inserting : ICommand<string>;

    [ManagesTransaction("Probe")]
    private sealed record Managing : ICommand<string>;
}
