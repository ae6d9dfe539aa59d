using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Requests;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Behaviours;

[Trait("Requirement", "R10")]
public sealed class AuditBehaviourTests
{
    private readonly IAuditTrail audit = Substitute.For<IAuditTrail>();

    [Fact]
    public async Task An_audited_command_begins_its_action_before_its_handler_runs() =>
        (await HandleAsync(new Audited(), () => audit.Received(1).Begin("probe.audited"))).Should().Be("done");

    // The command before it in the same scope may have had an action.
    [Fact]
    public async Task A_command_that_is_not_audited_begins_without_an_action() =>
        (await HandleAsync(new Unaudited(), () => audit.Received(1).Begin(null))).Should().Be("done");

    private Task<string> HandleAsync<TCommand>(TCommand command, Action check)
        where TCommand : ICommand<string> =>
        new AuditBehaviour<TCommand, string>(audit).Handle(
            command,
            () =>
            {
                check();
                return Task.FromResult("done");
            },
            CancellationToken.None);

    [Audited("probe.audited")]
    private sealed record Audited : ICommand<string>;

    [NotAudited("Probe")]
    private sealed record Unaudited : ICommand<string>;
}
