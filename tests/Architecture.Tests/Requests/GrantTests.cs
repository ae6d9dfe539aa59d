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

    private static readonly IReadOnlyList<Type> Carrying = [.. Code.Requests.Where(type => type.Implements(typeof(ICommand<>)) && Carries(type))];

    public static TheoryData<Type> Granting => [.. Carrying];

    [Theory]
    [MemberData(nameof(Granting))]
    public void A_command_that_carries_a_role_or_scopes_asks_whether_the_caller_may_give_them(Type command)
    {
        var handler = Code.Services.Where(service => service.ServiceType.Implements(typeof(IRequestHandler<,>)))
            .Single(service => service.ServiceType.GetGenericArguments()[0] == command).ImplementationType!;
        Needs(handler, []).Should().Contain(typeof(Grants));
    }

    [Fact]
    public void The_commands_that_carry_a_role_or_scopes_are_found_however_they_carry_them() =>
        Carrying.Select(type => type.Name).Should().Contain(["CreateUser", "ReplaceUser", "UpdateUser", "SendInvitation", "CreateApiKey", "UpdateApiKey"]);

    private static bool Carries(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(property =>
        property.Name == Scopes || Contents(property.PropertyType).Any(content => content == typeof(UserRole) || (IsOurs(content) && Carries(content))));

    private static bool IsOurs(Type type) => type.Assembly == Code.Application && type.IsClass;

    // What a field holds: Optional<UserRole?> holds a role.
    private static IEnumerable<Type> Contents(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Contents) : [type];

    // What a class is given, and what that is given in turn, as far as it is a service of Application.
    private static HashSet<Type> Needs(Type type, HashSet<Type> known)
    {
        foreach (var parameter in type.GetConstructors().Single().GetParameters().Where(parameter => known.Add(parameter.ParameterType)))
        {
            foreach (var service in Code.Services.Where(service => service.ServiceType == parameter.ParameterType && service.ImplementationType is not null))
            {
                Needs(service.ImplementationType!, known);
            }
        }

        return known;
    }
}
