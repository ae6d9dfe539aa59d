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
    public async Task An_audited_command_is_recorded_once_it_is_done()
    {
        await new AuditBehaviour<Told, string>(audit).Handle(new Told(), () => Done(audit.ReceivedCalls().Any()), CancellationToken.None);
        audit.Received(1).Record("probe.told", "Behaviours");
    }

    [Fact]
    public async Task A_command_that_says_it_is_not_audited_is_not()
    {
        await new AuditBehaviour<Untold, string>(audit).Handle(new Untold(), () => Done(false), CancellationToken.None);
        audit.ReceivedCalls().Should().BeEmpty();
    }

    [Fact]
    public async Task What_failed_was_not_done()
    {
        var behaviour = new AuditBehaviour<Told, string>(audit);
        await behaviour.Awaiting(b => b.Handle(new Told(), () => Task.FromException<string>(new IOException()), CancellationToken.None)).Should().ThrowAsync<IOException>();
        audit.ReceivedCalls().Should().BeEmpty();
    }

    private static Task<string> Done(bool isRecorded)
    {
        isRecorded.Should().BeFalse("the handler comes first");
        return Task.FromResult("done");
    }

    [Audited("probe.told")]
    private sealed record Told : ICommand<string>;

    [NotAudited("Probe")]
    private sealed record Untold : ICommand<string>;
}
