using System.Reflection;
using System.Text.RegularExpressions;
using CleanApi.Domain.Common;
using CleanApi.Tests.Shared;

namespace CleanApi.Domain.UnitTests.Events;

/// <summary>
/// The names of events outlive their classes: they are stored, and others subscribe to them. <c>event-names.txt</c> beside this file is the catalogue; a line
/// of it never changes, and a new event adds one.
/// </summary>
public sealed partial class EventCatalogueTests
{
    private static readonly Type[] EventTypes =
        [.. typeof(IDomainEvent).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IDomainEvent)))];

    [Fact]
    [Trait("Category", "Committed")]
    public void Every_event_is_in_the_catalogue_and_the_catalogue_has_no_other() =>
        CommittedFile.ShouldList("tests/Domain.UnitTests/Events/event-names.txt", [.. EventTypes.Select(Name).Order(StringComparer.Ordinal)]);

    [Fact]
    public void Names_are_unique_and_end_in_a_version() =>
        EventTypes.Select(Name).Should().NotBeEmpty().And.OnlyHaveUniqueItems().And.OnlyContain(name => Form().IsMatch(name));

    [Fact]
    public void Events_are_sealed_records_that_cannot_change() => EventTypes.Should().OnlyContain(type => type.IsSealed && IsRecord(type) && IsImmutable(type));

    [Fact]
    public void No_event_carries_a_secret() =>
        EventTypes.SelectMany(type => type.GetProperties()).Where(property => property.GetCustomAttribute<SecretAttribute>() is not null).Should().BeEmpty();

    private static string Name(Type type) => type.GetCustomAttribute<EventNameAttribute>()?.Name ?? $"{type.Name} has no [EventName]";

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsImmutable(Type type) =>
        Array.TrueForAll(type.GetProperties(), property => property.SetMethod is null || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Length > 0);

    [GeneratedRegex(@"^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*\.v[1-9][0-9]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
