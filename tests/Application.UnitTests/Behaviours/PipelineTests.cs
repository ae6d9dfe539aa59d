using System.Data;
using System.Diagnostics;
using Ardalis.Specification;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Behaviours;

/// <summary>Requests sent through the container as <c>AddApplication</c> builds it, with the ports substituted.</summary>
public sealed class PipelineTests
{
    private static readonly UpdateOrganization Rename = new() { Name = "Globex" };

    private readonly List<string> log = [];
    private readonly Organization organization = Organization.Create("Acme", Clock.Now);

    [Fact]
    [Trait("Requirement", "R10")]
    public async Task A_command_is_audited_after_its_handler_and_before_the_transaction_ends()
    {
        (await Send(UserRole.Admin, Rename)).Should().BeNull();
        log.Should().Equal("begin ReadCommitted", "load", "audit organization.updated Organizations", "end");
        organization.Name.Should().Be("Globex");
    }

    [Fact]
    [Trait("Requirement", "R17")]
    public async Task Authorization_comes_before_validation_and_both_before_the_transaction()
    {
        var invalid = new UpdateOrganization { Name = "" };
        (await Send(null, invalid)).Should().BeOfType<AuthenticationError>();
        log.Should().BeEmpty();
        (await Send(UserRole.Member, invalid)).Should().BeOfType<AuthorizationError>().Which.Message.Should().Be("Admin access required");
        log.Should().Equal("denied organization.updated");
        (await Send(UserRole.Admin, invalid)).Should().BeOfType<ValidationError>();
        log.Should().Equal("denied organization.updated");
    }

    [Fact]
    public async Task A_query_has_no_transaction_and_no_entry()
    {
        (await Send(UserRole.Viewer, new GetOrganization())).Should().BeOfType<NotFoundError>();
        log.Should().Equal("read");
    }

    [Fact]
    public async Task A_handler_that_fails_leaves_no_entry_and_ends_no_transaction()
    {
        (await Send(UserRole.Admin, Rename with { Expected = new([7]) })).Should().BeOfType<PreconditionFailedError>();
        log.Should().Equal("begin ReadCommitted", "load");
    }

    [Fact]
    public async Task The_span_is_outermost()
    {
        List<Activity> spans = [];
        using var parent = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ApplicationTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => spans.AddRange(span.TraceId == parent.TraceId ? [span] : []),
        };
        ActivitySource.AddActivityListener(listener);
        await Send(null, Rename);
        spans.Should().ContainSingle().Which.Status.Should().Be(ActivityStatusCode.Error, "even a request of nobody is traced");
    }

    // Ports and settings come from outside; what only this assembly can see, only it can register.
    [Fact]
    public void Every_handler_s_helpers_are_registered()
    {
        var services = TheApplication.Services();
        var known = services.Select(service => service.ServiceType).ToHashSet();
        var handlers = services.Select(service => service.ImplementationType).OfType<Type>().Where(type => type.Name.EndsWith("Handler")).ToList();
        handlers.Should().NotBeEmpty();
        handlers.SelectMany(handler => handler.GetConstructors().Single().GetParameters())
            .Where(parameter => !parameter.ParameterType.IsVisible && !known.Contains(parameter.ParameterType))
            .Select(parameter => $"{parameter.Member.DeclaringType!.Name} needs {parameter.ParameterType.Name}").Should().BeEmpty();
    }

    private async Task<Exception?> Send<TResponse>(UserRole? role, IRequest<TResponse> request)
    {
        using var provider = Container(new TestCaller(role));
        using var scope = provider.CreateScope();
        return await Record.ExceptionAsync(() => scope.ServiceProvider.GetRequiredService<ISender>().Send(request));
    }

    private ServiceProvider Container(ICallerContext caller)
    {
        var audit = Substitute.For<IAuditTrail>();
        audit.When(a => a.Record(Arg.Any<string>(), Arg.Any<string>())).Do(call => log.Add($"audit {call.ArgAt<string>(0)} {call.ArgAt<string>(1)}"));
        audit.When(a => a.RecordDeniedAsync(Arg.Any<string>(), Arg.Any<string?>(), Arg.Any<CancellationToken>())).Do(call => log.Add($"denied {call.ArgAt<string>(0)}"));
        var organizations = Substitute.For<IRepository<Organization>>();
        organizations.SingleOrDefaultAsync(Arg.Any<ISingleResultSpecification<Organization>>(), Arg.Any<CancellationToken>()).Returns(_ => Noted("load", organization));
        var reads = Substitute.For<IReadRepository<Organization>>();
        reads.FindAsync<OrganizationId, OrganizationResponse>(Arg.Any<OrganizationId>(), Arg.Any<CancellationToken>())
            .Returns(_ => Noted<OrganizationResponse?>("read", null));
        return TheApplication.Services().AddSingleton(caller).AddSingleton(audit).AddSingleton(Substitute.For<ICallerCheck>()).AddSingleton(Substitute.For<ICallerRenewal>())
            .AddSingleton(organizations).AddSingleton(reads)
            .AddSingleton(UnitOfWork()).AddSingleton<TimeProvider>(Clock.Instance).BuildServiceProvider(validateScopes: true);
    }

    private IUnitOfWork UnitOfWork()
    {
        var unitOfWork = Substitute.For<IUnitOfWork>();
        unitOfWork.ExecuteAsync(Arg.Any<Func<CancellationToken, Task<OrganizationResponse>>>(), Arg.Any<IsolationLevel>(), Arg.Any<CancellationToken>()).Returns(async call =>
        {
            log.Add($"begin {call.Arg<IsolationLevel>()}");
            var response = await call.Arg<Func<CancellationToken, Task<OrganizationResponse>>>()(CancellationToken.None);
            return Noted("end", response);
        });
        return unitOfWork;
    }

    private T Noted<T>(string what, T value)
    {
        log.Add(what);
        return value;
    }
}
