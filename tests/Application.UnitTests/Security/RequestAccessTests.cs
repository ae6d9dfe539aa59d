using System.Reflection;
using System.Reflection.Emit;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.UnitTests.Security;

[Trait("Requirement", "R17")]
public sealed class RequestAccessTests
{
    private static readonly CustomAttributeBuilder Open = new(typeof(AllowAnonymousAttribute).GetConstructor([typeof(string)])!, ["Probe"]);

    private static readonly CustomAttributeBuilder Signed = new(typeof(AuthenticatedOnlyAttribute).GetConstructor([typeof(string)])!, ["Probe"]);

    [Fact]
    public void Every_request_of_the_application_has_an_access_rule() =>
        FluentActions.Invoking(() => RequestAccess.Verify(typeof(RequestAccess).Assembly)).Should().NotThrow();

    [Fact]
    public void The_application_has_requests() => RequestAccess.RequestTypes(typeof(RequestAccess).Assembly).Should().HaveCountGreaterThan(10);

    [Fact]
    public void A_request_without_an_access_rule_prevents_startup() =>
        Verify(("Silent", typeof(IRequest<string>), []), ("Said", typeof(IRequest<string>), [Open])).Should().Throw<InvalidOperationException>().WithMessage("*: Silent");

    [Fact]
    public void All_requests_without_an_access_rule_are_listed() =>
        Verify(("Silent", typeof(IRequest<string>), []), ("Mute", typeof(IRequest), [])).Should().Throw<InvalidOperationException>().WithMessage("*: Silent, Mute");

    [Fact]
    public void An_unknown_permission_prevents_startup() =>
        Verify(("Mistyped", typeof(IRequest<string>), [Requires("users:raed")])).Should().Throw<InvalidOperationException>().WithMessage("*: Mistyped");

    [Fact]
    public void Requests_with_an_access_rule_are_valid() => Verify(
        ("Open", typeof(IRequest<string>), [Open]), ("Signed", typeof(IRequest), [Signed]), ("Guarded", typeof(IRequest<string>), [Requires(Permissions.UsersRead)]),
        ("NoRequest", typeof(INotification), [])).Should().NotThrow();

    [Fact]
    public void A_request_with_two_access_rules_prevents_startup() =>
        Verify(("Torn", typeof(IRequest<string>), [Open, Signed])).Should().Throw<InvalidOperationException>().WithMessage("*: Torn");

    [Fact]
    public void A_stream_request_prevents_startup_because_it_bypasses_authorization() =>
        Verify(("Streamed", typeof(IStreamRequest<string>), [])).Should().Throw<InvalidOperationException>().WithMessage("*: Streamed");

    [Fact]
    public void This_assembly_with_its_undeclared_probe_is_invalid() =>
        FluentActions.Invoking(() => RequestAccess.Verify(typeof(RequestAccessTests).Assembly)).Should().Throw<InvalidOperationException>().WithMessage("*Undeclared*");

    private static CustomAttributeBuilder Requires(string permission) => new(typeof(RequiresPermissionAttribute).GetConstructor([typeof(string)])!, [permission]);

    private static Action Verify(params (string Name, Type Request, CustomAttributeBuilder[] Rules)[] types)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Probes"), AssemblyBuilderAccess.Run);
        var module = assembly.DefineDynamicModule("Probes");
        foreach (var (name, request, rules) in types)
        {
            var type = module.DefineType(name, TypeAttributes.Public | TypeAttributes.Class, typeof(object), [request]);
            Array.ForEach(rules, type.SetCustomAttribute);
            type.CreateType();
        }

        return () => RequestAccess.Verify(assembly);
    }
}
