using System.Reflection;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Architecture.Tests.Support;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Architecture.Tests.Requests;

/// <summary>Nobody grants more than they have: each command that carries a role or scopes asks the one class that decides it.</summary>
[Trait("Requirement", "R244")]
public sealed class GrantTests
{
    private const string Scopes = "Scopes";

    private static readonly IReadOnlyList<Type> Carrying = [.. Code.Requests.Where(type => type.Implements(typeof(ICommand<>)) && !IsOfOperator(type) && Carries(type))];

    public static TheoryData<Type> Granting => [.. Carrying];

    [Theory]
    [MemberData(nameof(Granting))]
    public void A_command_that_carries_a_role_or_scopes_asks_whether_the_caller_may_give_them(Type command)
    {
        Needs(Handler(command), []).Should().Contain(typeof(Grants));
    }

    [Fact]
    public void A_command_that_can_give_or_take_an_administrator_s_role_says_that_it_can_need_a_recent_proof() =>
        Code.Requests.Where(type => type.Implements(typeof(ICommand<>)) && !IsOfOperator(type) && !Properties(type).Any(property => property.Name == Scopes))
            .Where(command => Carries(command) || Dependencies(Handler(command)).Any(given => given == typeof(Grants) || given == typeof(IRecentAuthentication)))
            .Where(command => RequiresRecentAuthenticationAttribute.Of(command) is null).Should().BeEmpty();

    [Fact]
    public void The_commands_that_carry_a_role_or_scopes_are_found_however_they_carry_them() =>
        Carrying.Select(type => type.Name).Should().Contain(["CreateUser", "ReplaceUser", "UpdateUser", "SendInvitation", "CreateApiKey", "UpdateApiKey"]);

    // Who operates the platform has every right and no session.
    private static bool IsOfOperator(Type type) => RequestAccess.Of(type) is PlatformOnlyAttribute;

    private static Type Handler(Type command) => Code.Services.Where(service => service.ServiceType.Implements(typeof(IRequestHandler<,>)))
        .Single(service => service.ServiceType.GetGenericArguments()[0] == command).ImplementationType!;

    private static IEnumerable<Type> Dependencies(Type service) => service.GetConstructors().Single().GetParameters().Select(parameter => parameter.ParameterType);

    private static PropertyInfo[] Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static bool Carries(Type type) => Properties(type).Any(property =>
        property.Name == Scopes || Contents(property.PropertyType).Any(content => content == typeof(UserRole) || (IsOurs(content) && Carries(content))));

    private static bool IsOurs(Type type) => type.Assembly == Code.Application && type.IsClass;

    // What a field holds: Optional<UserRole?> holds a role.
    private static IEnumerable<Type> Contents(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Contents) : [type];

    // What a class is given, and what that is given in turn, as far as it is a service of Application.
    private static HashSet<Type> Needs(Type type, HashSet<Type> known)
    {
        foreach (var needed in Dependencies(type).Where(known.Add))
        {
            foreach (var service in Code.Services.Where(service => service.ServiceType == needed && service.ImplementationType is not null))
            {
                Needs(service.ImplementationType!, known);
            }
        }

        return known;
    }
}
