using System.Diagnostics;
using Ardalis.Specification;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Idempotency;
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
    private readonly Organization organization = Organization.Create(TestCaller.Organization, "Acme", Clock.Now);
    private readonly IRepository<Organization> organizations = Substitute.For<IRepository<Organization>>();
    private readonly IApiKeyCallerRefresher refresher = Substitute.For<IApiKeyCallerRefresher>();

    public PipelineTests() =>
        organizations.SingleOrDefaultAsync(Arg.Any<ISingleResultSpecification<Organization>>(), Arg.Any<CancellationToken>()).Returns(_ => Logged("load", organization));

    [Fact]
    [Trait("Requirement", "R10")]
    public async Task A_command_names_its_audit_action_and_its_target_before_the_transaction_is_committed()
    {
        (await Send(UserRole.Admin, Rename)).Should().BeNull();
        log.Should().Equal("action organization.updated", "begin ReadCommitted", "load", "target Globex", "commit");
        organization.Name.Should().Be("Globex");
    }

    [Fact]
    [Trait("Requirement", "R17")]
    public async Task Authorization_comes_before_validation_and_both_before_the_transaction()
    {
        var invalid = new UpdateOrganization { Name = "" };
        (await Send(new TestCaller(), invalid)).Should().BeOfType<AuthenticationError>();
        log.Should().BeEmpty();
        (await Send(UserRole.Member, invalid)).Should().BeOfType<AuthorizationError>().Which.Message.Should().Be("Admin access required");
        log.Should().Equal("denied organization.updated");
        (await Send(UserRole.Admin, invalid)).Should().BeOfType<ValidationError>();
        log.Should().Equal("denied organization.updated");
    }

    [Fact]
    public async Task A_query_has_no_transaction_and_no_audit_entry()
    {
        (await Send(UserRole.Viewer, new GetOrganization())).Should().BeOfType<NotFoundError>();
        log.Should().Equal("read");
    }

    [Fact]
    public async Task A_command_that_fails_names_no_target_and_commits_nothing()
    {
        (await Send(UserRole.Admin, Rename with { Name = "https://evil.test" })).Should().BeOfType<ValidationError>();
        log.Should().BeEmpty();
        organizations.SingleOrDefaultAsync(Arg.Any<ISingleResultSpecification<Organization>>(), Arg.Any<CancellationToken>()).Returns(_ => Logged("load", (Organization)null!));
        (await Send(UserRole.Admin, Rename)).Should().BeOfType<NotFoundError>();
        log.Should().Equal("action organization.updated", "begin ReadCommitted", "load");
    }

    [Fact]
    public async Task A_span_surrounds_the_whole_pipeline()
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
        await Send(new TestCaller(), Rename);
        spans.Should().ContainSingle().Which.Status.Should().Be(ActivityStatusCode.Error, "an anonymous request is traced as well");
    }

    [Fact]
    [Trait("Requirement", "R126")]
    public async Task A_request_with_an_outdated_key_runs_again_once_with_refreshed_rights()
    {
        var key = OutdatedKey();
        refresher.RefreshAsync(key, Arg.Any<CancellationToken>()).Returns(key with { SecurityStamp = 2 });
        (await Send(new TestCaller(key), Rename)).Should().BeNull();
        log.Should().Equal(
            "action organization.updated", "begin ReadCommitted", "outdated",
            "action organization.updated", "begin ReadCommitted", "load", "target Globex", "commit");
    }

    [Fact]
    [Trait("Requirement", "R126")]
    public async Task A_repeated_request_is_authorized_again()
    {
        var key = OutdatedKey();
        refresher.RefreshAsync(key, Arg.Any<CancellationToken>()).Returns(key with { Role = UserRole.Member, SecurityStamp = 2 });
        (await Send(new TestCaller(key), Rename)).Should().BeOfType<AuthorizationError>();
        log.Should().Equal("action organization.updated", "begin ReadCommitted", "outdated", "denied organization.updated");
        organization.Name.Should().Be("Acme");
    }

    // Ports and settings come from outside; what only this assembly can see, only it can register.
    [Fact]
    public void Every_internal_dependency_of_handlers_and_services_is_registered()
    {
        var services = TheApplication.Services();
        var known = services.Select(service => service.ServiceType).ToHashSet();
        var implementations = services.Select(service => service.ImplementationType).OfType<Type>()
            .Where(type => type.Assembly == typeof(DependencyInjection).Assembly && !type.IsGenericTypeDefinition).Distinct().ToList();
        implementations.Should().Contain(type => type.Name == "LoginHandler").And.Contain(type => type.Name == "SessionCreator");
        implementations.SelectMany(type => type.GetConstructors().Single().GetParameters())
            .Where(parameter => !parameter.ParameterType.IsVisible && !known.Contains(parameter.ParameterType))
            .Select(parameter => $"{parameter.Member.DeclaringType!.Name} needs {parameter.ParameterType.Name}").Should().BeEmpty();
    }

    private ApiKeyCaller OutdatedKey()
    {
        var key = TestCaller.Key(UserRole.Admin, Permissions.OrganizationUpdate);
        organizations.SingleOrDefaultAsync(Arg.Any<ISingleResultSpecification<Organization>>(), Arg.Any<CancellationToken>())
            .Returns(_ => Logged<Organization?>("outdated", null) ?? throw new AuthenticationError(), _ => Logged("load", organization));
        return key;
    }

    private Task<Exception?> Send<TResponse>(UserRole? role, IRequest<TResponse> request) => Send(new TestCaller(role), request);

    private async Task<Exception?> Send<TResponse>(ICallerContext caller, IRequest<TResponse> request)
    {
        using var provider = Container(caller);
        using var scope = provider.CreateScope();
        return await Record.ExceptionAsync(() => scope.ServiceProvider.GetRequiredService<ISender>().Send(request));
    }

    private ServiceProvider Container(ICallerContext caller)
    {
        var audit = Substitute.For<IAuditTrail>();
        audit.When(a => a.Begin(Arg.Any<string?>())).Do(call => log.Add($"action {call.ArgAt<string>(0)}"));
        audit.When(a => a.Record(Arg.Any<Organization>())).Do(call => log.Add($"target {call.Arg<Organization>().Name}"));
        audit.When(a => a.RecordRefusalAsync(Arg.Any<Refusal>())).Do(call => log.Add($"denied {call.Arg<Refusal>().Action}"));
        var reads = Substitute.For<IReadRepository<Organization>>();
        reads.FindAsync<OrganizationId, OrganizationResponse>(Arg.Any<OrganizationId>(), Arg.Any<CancellationToken>())
            .Returns(_ => Logged<OrganizationResponse?>("read", null));
        return TheApplication.Services().AddSingleton(caller).AddSingleton(audit).AddSingleton(Substitute.For<ICallerCheck>()).AddSingleton(Substitute.For<IIdempotentAnswers>()).AddSingleton(Substitute.For<IExceptionTranslator>()).AddSingleton(Substitute.For<IRecentAuthentication>()).AddSingleton(refresher)
            .AddSingleton(organizations).AddSingleton(reads).AddSingleton(Substitute.For<IOrganizationStore>()).AddSingleton(Substitute.For<ISecurityPolicyEnforcement>())
            .AddSingleton<IUnitOfWork>(new TestUnitOfWork(log)).AddSingleton<TimeProvider>(Clock.Instance).BuildServiceProvider(validateScopes: true);
    }

    private T Logged<T>(string what, T value)
    {
        log.Add(what);
        return value;
    }
}
