using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CleanApi.Domain.Common;
using CleanApi.Tests.Shared;

namespace CleanApi.Domain.UnitTests.Common;

/// <summary>Prefixes are part of the contract: <c>id-prefixes.txt</c> beside this file lists them, and none of them changes.</summary>
public sealed partial class IdTypeTests
{
    private static readonly Type[] IdTypes =
    [
        .. typeof(TypeId).Assembly.GetTypes().Where(type => type.IsValueType && Array.Exists(type.GetInterfaces(), IsTypeId)).OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    [Fact]
    [Trait("Category", "Committed")]
    [Trait("Requirement", "R38")]
    public void Every_id_type_has_the_prefix_that_the_catalogue_names() =>
        CommittedFile.ShouldList("tests/Domain.UnitTests/Common/id-prefixes.txt", [.. IdTypes.Select(type => $"{type.Name} {Prefix(type)}")]);

    [Fact]
    public void Prefixes_are_short_lower_case_and_unique() =>
        IdTypes.Select(Prefix).Should().OnlyHaveUniqueItems().And.OnlyContain(prefix => Form().IsMatch(prefix));

    [Fact]
    public void Every_entity_that_names_a_prefix_has_an_id_type_with_it() =>
        typeof(TypeId).Assembly.GetTypes().Where(type => type.IsDefined(typeof(IdPrefixAttribute)))
            .Select(type => $"{type.FullName}Id {type.GetCustomAttribute<IdPrefixAttribute>()!.Prefix}")
            .Should().BeEquivalentTo(IdTypes.Select(type => $"{type.FullName} {Prefix(type)}"));

    [Fact]
    public void Every_id_type_round_trips_through_its_text()
    {
        var value = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
        foreach (var type in IdTypes)
        {
            var id = Activator.CreateInstance(type, value)!;
            Convert.ToString(id, CultureInfo.InvariantCulture).Should().Be($"{Prefix(type)}_01h455vb4pex5vsknk084sn02q");
            type.GetMethod("From", [typeof(Guid)])!.Invoke(null, [value]).Should().Be(id);
        }
    }

    private static bool IsTypeId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ITypeId<>);

    private static string Prefix(Type type) => (string)type.GetProperty("Prefix", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    [GeneratedRegex("^[a-z]{2,4}$", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
