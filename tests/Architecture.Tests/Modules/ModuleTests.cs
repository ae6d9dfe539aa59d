using CleanApi.Architecture.Tests.Support;
using CleanApi.Architecture.Tests.Tenancy;
using CleanApi.Domain.Common;
using MediatR;

namespace CleanApi.Architecture.Tests.Modules;

/// <summary>A module uses another's ids, events, values and requests, never its entities.</summary>
public sealed class ModuleTests
{
    private static readonly HashSet<Type> Messages = [.. Code.Requests.SelectMany(Reachable)];

    [Fact]
    public void A_module_uses_only_those_that_the_table_draws() => ModuleEdge.Used.Except(ModuleEdge.Drawn).Should().BeEmpty($"{ModuleEdge.Page} does not draw it");

    [Fact]
    public void Every_edge_in_the_table_is_used() => ModuleEdge.Drawn.Except(ModuleEdge.Used).Should().BeEmpty($"{ModuleEdge.Page} draws it");

    [Fact]
    public void Of_another_module_the_domain_uses_ids_values_and_events() =>
        ModuleUse.In("src/Domain").Where(use => !IsValue(use.Type)).Select(Describe).Should().BeEmpty();

    [Fact]
    public void Of_another_module_the_application_uses_requests_and_what_they_carry() =>
        ModuleUse.In("src/Application").Where(use => use.Type.Assembly == Code.Application && !Messages.Contains(use.Type)).Select(Describe).Should().BeEmpty();

    [Fact]
    public void Of_another_modules_domain_the_application_uses_ids_values_and_events() =>
        ModuleUse.In("src/Application").Where(use => use.Type.Assembly == Code.Domain && !IsValue(use.Type)).Select(Describe).Should().BeEmpty();

    [Theory]
    [InlineData("src/Infrastructure")]
    [InlineData("src/WebApi")]
    public void Around_the_application_a_module_uses_no_entity_of_another(string folder) =>
        ModuleUse.InAdapters(folder).Where(use => use.Type.Assembly == Code.Domain && !IsValue(use.Type)).Select(Describe).Should().BeEmpty();

    [Fact]
    public void A_module_keeps_its_tables_to_itself() =>
        Model.Entities.SelectMany(entity => entity.GetForeignKeys())
            .Where(key => key.DeclaringEntityType.ClrType.Namespace != key.PrincipalEntityType.ClrType.Namespace)
            .Select(key => $"{key.DeclaringEntityType.ClrType.Name} → {key.PrincipalEntityType.ClrType.Name}").Should().BeEmpty("ids of other modules are values");

    [Theory]
    [InlineData("using CleanApi.Domain.Users;", "private readonly User user;", "User")]
    [InlineData("using CleanApi.Application.Users;", "new UserByIdSpec(id)", "UserByIdSpec")]
    [InlineData("", "Users.User user", "User")]
    [InlineData("", "CleanApi.Domain.Users.UserId id", "UserId")]
    [InlineData("using CleanApi.Domain.Users;", "UserRole.Admin", "UserRole")]
    public void A_use_is_found(string import, string code, string type) => Uses(import, code).Should().ContainSingle(use => use.Type.Name == type && use.To == "Users");

    [Theory]
    [InlineData("using CleanApi.Domain.Users;", "session.User // User")]
    [InlineData("using CleanApi.Domain.Users;", "public string? User { get; init; }")]
    [InlineData("using CleanApi.Domain.Users;", "a with { User = b }")]
    [InlineData("", "User user")]
    [InlineData("using CleanApi.Domain.Users;", "\"User\"")]
    public void Nothing_else_is(string import, string code) => Uses(import, code).Should().BeEmpty();

    private static IEnumerable<ModuleUse> Uses(string import, string code) =>
        ModuleUse.In(new CSharpFile("src/Domain/Access/Sample.cs", CSharpText.Of($"{import}\n\nnamespace CleanApi.Domain.Access;\n\n{code}\n")));

    private static string Describe(ModuleUse use) => $"{use.Place} {use.Type.FullName}";

    // An id, an enum or another value has no identity of its own; an event is immutable.
    private static bool IsValue(Type type) => type.IsValueType || type.IsAssignableTo(typeof(IDomainEvent));

    // What a request carries there and back: its properties and its answer, and theirs.
    private static IEnumerable<Type> Reachable(Type request)
    {
        var found = new HashSet<Type>();
        var open = new Stack<Type>(
            [request, .. request.GetInterfaces().Where(one => one.IsAssignableTo(typeof(IBaseRequest))).SelectMany(one => one.GetGenericArguments())]);
        while (open.TryPop(out var type))
        {
            foreach (var part in type.IsGenericType ? type.GetGenericArguments() : type.IsArray ? [type.GetElementType()!] : Type.EmptyTypes)
            {
                open.Push(part);
            }

            if (type.Assembly == Code.Application && type.IsPublic && found.Add(type))
            {
                foreach (var property in type.GetProperties())
                {
                    open.Push(property.PropertyType);
                }
            }
        }

        return found;
    }
}
