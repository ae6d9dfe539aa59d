using Mapster;

namespace CleanApi.Libs.UnitTests;

public sealed class MapsterTests
{
    private readonly TypeAdapterConfig config = new();

    [Fact]
    public void Members_of_the_same_name_are_mapped() => new Card { Title = "a" }.Adapt<CardCopy>(config).Title.Should().Be("a");

    [Fact]
    public void A_member_to_ignore_is_not_mapped() => new Card { Secret = "a" }.Adapt<CardCopy>(config).Secret.Should().BeNull();

    [Fact]
    public void A_member_is_mapped_under_the_name_of_its_attribute() =>
        new Card { Colour = Colour.DarkBlue }.Adapt<CardCopy>(config).Shade.Should().Be("DarkBlue");

    [Fact]
    public void The_object_that_a_member_holds_is_mapped_onto()
    {
        var copy = new CardCopy();
        var held = copy.Numbers;

        new Card { Numbers = [1, 2] }.Adapt(copy, config);

        copy.Numbers.Should().BeSameAs(held).And.Equal(1, 2);
    }

    [Fact]
    public void A_record_is_mapped_through_its_constructor() =>
        new Card { Title = "a", Colour = Colour.Red }.Adapt<CardView>(config).Should().Be(new CardView("a", null, "Red"));

    [Fact]
    public void Mappings_declared_on_types_are_found_by_a_scan()
    {
        config.Apply(config.Scan(typeof(Card).Assembly));

        var copy = new CardCopy { Title = "kept" };
        new Card { Title = null }.Adapt(copy, config);

        copy.Title.Should().Be("kept");
    }

    [Theory]
    [InlineData(Access.None, "None")]
    [InlineData(Access.Write, "Write")]
    [InlineData(Access.Read | Access.Write, "Read, Write")]
    public void Flags_become_names_and_names_flags(Access value, string names)
    {
        value.Adapt<string>(config).Should().Be(names);
        names.Adapt<Access>(config).Should().Be(value);
    }

    [Theory]
    [InlineData("DARKBLUE", Colour.DarkBlue)]
    [InlineData(" red ", Colour.Red)]
    [InlineData("2", Colour.DarkBlue)]
    [InlineData("", Colour.None)]
    public void A_name_in_any_case_becomes_its_value(string name, Colour value) => name.Adapt<Colour>(config).Should().Be(value);

    [Fact]
    public void A_number_without_a_name_becomes_its_digits() => ((Colour)9).Adapt<string>(config).Should().Be("9");

    [Fact]
    public void References_are_preserved_when_asked_for()
    {
        config.Default.PreserveReference(true);
        var node = new Node { Label = "a" };
        node.Next = node;

        var mapped = node.Adapt<Node, Node>(config);

        mapped.Should().NotBeSameAs(node);
        mapped.Next.Should().BeSameAs(mapped);
        MapContext.Current.Should().BeNull();
    }

    [Fact]
    public void Parameters_are_seen_by_the_mapping_and_gone_after_it()
    {
        config.NewConfig<Card, CardCopy>().Map(copy => copy.Title, _ => MapContext.Current!.Parameters["title"]);

        var copy = new Card().BuildAdapter(config).AddParameters("title", "given").AdaptToType<CardCopy>();

        copy.Title.Should().Be("given");
        MapContext.Current.Should().BeNull();
    }

    [Fact]
    public void A_scope_of_its_own_hides_the_outer_one()
    {
        using var outer = new MapContextScope();
        using (var same = new MapContextScope())
            same.Context.Should().BeSameAs(outer.Context);
        using (var own = new MapContextScope(ignorePreviousContext: true))
            own.Context.Should().NotBeSameAs(outer.Context);

        MapContext.Current.Should().BeSameAs(outer.Context);
    }

    [Fact]
    public void A_dictionary_is_mapped_by_its_keys()
    {
        var entries = new Dictionary<string, object> { ["Title"] = "a" };

        entries.Adapt<CardCopy>(config).Title.Should().Be("a");
    }

    [Fact]
    public void A_dictionary_is_mapped_by_keys_of_another_notation()
    {
        config.Default.NameMatchingStrategy(NameMatchingStrategy.Flexible);
        var entries = new Dictionary<string, object> { ["html_title"] = "a" };

        entries.Adapt<Page>(config).HTMLTitle.Should().Be("a");
        new Page { HTMLTitle = "b" }.Adapt(entries, config);

        entries.Should().Equal(new Dictionary<string, object> { ["html_title"] = "b" });
    }

    [Fact]
    public void Keys_are_written_in_the_notation_asked_for()
    {
        config.Default.NameMatchingStrategy(NameMatchingStrategy.ToCamelCase);

        new Page { HTMLTitle = "a" }.Adapt<Dictionary<string, object>>(config).Should().Equal(new Dictionary<string, object> { ["htmlTitle"] = "a" });
    }

    [Fact]
    public void A_collection_mapped_is_not_the_one_mapped_from()
    {
        var numbers = new List<int> { 1, 2 };

        numbers.Adapt<IEnumerable<int>>(config).Should().Equal(1, 2).And.NotBeSameAs(numbers);
    }
}
