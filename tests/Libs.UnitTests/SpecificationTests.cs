using Ardalis.Specification;

namespace CleanApi.Libs.UnitTests;

public sealed class SpecificationTests
{
    [Fact]
    public void Nothing_specified_selects_all_in_their_order() => Ids(_ => { }).Should().Equal(1, 2, 3, 4);

    [Fact]
    public void Filters_hold_together() =>
        Ids(query => query.Where(person => person.Age > 20).Where(person => person.Name != "Bo")).Should().Equal(1, 2);

    [Fact]
    public void A_filter_whose_condition_does_not_hold_is_left_out() =>
        Ids(query => query.Where(person => person.Age > 20, condition: false).Where(person => person.Id > 2, condition: true)).Should().Equal(3, 4);

    [Fact]
    public void The_first_key_sorts_before_the_further_ones() =>
        Ids(query => query.OrderBy(person => person.Age).ThenByDescending(person => person.Name)).Should().Equal(4, 3, 2, 1);

    [Fact]
    public void Keys_sort_in_both_directions() =>
        Ids(query => query.OrderByDescending(person => person.Age).ThenBy(person => person.Name)).Should().Equal(1, 2, 3, 4);

    [Fact]
    public void A_key_whose_condition_does_not_hold_takes_those_chained_to_it_along() =>
        Ids(query =>
        {
            query.OrderBy(person => person.Age, condition: false).ThenByDescending(person => person.Id);
            query.OrderByDescending(person => person.Name, condition: true).ThenBy(person => person.Id, condition: false).ThenBy(person => person.Age);
        }).Should().Equal(4, 1, 3, 2);

    [Fact]
    public void A_page_is_cut_out_after_sorting() =>
        Ids(query => query.OrderBy(person => person.Name).Skip(1).Take(2)).Should().Equal(3, 1);

    [Fact]
    public void A_limit_of_zero_selects_nothing() => Ids(query => query.Take(0)).Should().BeEmpty();

    [Fact]
    public void A_projection_is_made_of_the_entities_selected()
    {
        var names = new PersonNamesSpecification(query => query
            .Where(person => person.Age > 20).OrderBy(person => person.Name).Skip(1).Take(1).AsNoTracking().TagWith("names").Select(person => person.Name));

        names.Evaluate(Person.Some).Should().Equal("Bo");
        ((ISpecification<Person>)names).Evaluate(Person.Some).Should().ContainSingle().Which.Id.Should().Be(3);
    }

    [Fact]
    public void A_projection_without_a_selector_fails()
    {
        var names = new PersonNamesSpecification(query => query.Where(person => person.Age > 20, condition: true).AsTracking().IgnoreQueryFilters());

        names.Invoking(specification => specification.Evaluate(Person.Some).ToList()).Should().Throw<SelectorNotFoundException>();
    }

    [Fact]
    public void A_second_first_key_fails()
    {
        var twice = new PeopleSpecification(query => query.OrderBy(person => person.Name).OrderByDescending(person => person.Age));

        twice.Invoking(specification => specification.Evaluate(Person.Some).ToList()).Should().Throw<DuplicateOrderChainException>();
    }

    [Fact]
    public void A_second_limit_fails() =>
        new Action(() => _ = new PeopleSpecification(query => query.Take(1).Take(1))).Should().Throw<DuplicateTakeException>();

    [Fact]
    public void A_second_offset_fails() =>
        new Action(() => _ = new PeopleSpecification(query => query.Skip(0).Skip(1))).Should().Throw<DuplicateSkipException>();

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void One_entity_satisfies_the_filters_or_does_not(int id, bool satisfied) =>
        new PersonByIdSpecification(2).IsSatisfiedBy(Person.Some.Single(person => person.Id == id)).Should().Be(satisfied);

    [Fact]
    public void The_last_say_on_tracking_counts()
    {
        var untracked = new PeopleSpecification(query => query.AsTracking().AsNoTracking());
        var tracked = new PeopleSpecification(query => query.AsNoTracking().AsTracking());

        (untracked.AsTracking, untracked.AsNoTracking).Should().Be((false, true));
        (tracked.AsTracking, tracked.AsNoTracking).Should().Be((true, false));
    }

    [Fact]
    public void What_is_not_said_has_its_default()
    {
        var nothing = new PeopleSpecification(_ => { });

        (nothing.Skip, nothing.Take).Should().Be((-1, -1));
        (nothing.AsTracking, nothing.AsNoTracking, nothing.IgnoreQueryFilters).Should().Be((false, false, false));
        nothing.WhereExpressions.Should().BeEmpty();
        nothing.OrderExpressions.Should().BeEmpty();
        nothing.QueryTags.Should().BeEmpty();
    }

    private static IEnumerable<int> Ids(Action<ISpecificationBuilder<Person>> build) =>
        new PeopleSpecification(build).Evaluate(Person.Some).Select(person => person.Id);
}
