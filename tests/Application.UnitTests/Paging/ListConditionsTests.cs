using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Validation;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Paging;

public sealed class ListConditionsTests
{
    // Created at 0, 1, 2 and 3 seconds.
    private readonly List<User> users = [.. Enumerable.Range(0, 4).Select(second => People.User(created: Clock.Now.AddSeconds(second)))];

    public ListConditionsTests() => TheApplication.Configure();

    [Theory]
    [InlineData(null, null, new[] { 3, 2, 1, 0 })]
    [InlineData(1, null, new[] { 3, 2 })]
    [InlineData(null, 2, new[] { 1, 0 })]
    [InlineData(0, 3, new[] { 2, 1 })]
    [InlineData(2, 2, new int[0])]
    public void CreatedAfter_and_CreatedBefore_bound_the_creation_exclusively(int? after, int? before, int[] found)
    {
        var query = new Timed { CreatedAfter = Second(after), CreatedBefore = Second(before) };
        var page = MemoryTable.Read(users, new PageSpecification<User, UserResponse>(query));
        page.Items.Select(user => users.FindIndex(candidate => candidate.Id == user.Id)).Should().Equal(found);
        page.Total.Should().Be(found.Length);
    }

    [Fact]
    public void A_time_without_such_an_end_of_its_name_is_equal() =>
        MemoryTable.Read(users, new PageSpecification<User, UserResponse>(new Timed { CreatedAt = users[2].CreatedAt })).Items.Should().ContainSingle(user => user.Id == users[2].Id);

    [Fact]
    public void A_parameter_that_nothing_stores_stops_the_start() => Checking<Unknown>().Should().Throw<InvalidOperationException>()
        .WithMessage("Unknown.Height filters by User.Height, which is no Int32. A parameter that does not filter says [DoesNotFilter].");

    [Fact]
    public void A_parameter_of_another_type_than_what_is_stored_stops_the_start() =>
        Checking<Mistyped>().Should().Throw<InvalidOperationException>().WithMessage("Mistyped.Role filters by User.Role, which is no String.*");

    [Fact]
    public void A_parameter_that_filters_although_it_is_not_sent_stops_the_start() =>
        Checking<AlwaysSent>().Should().Throw<InvalidOperationException>().WithMessage("AlwaysSent.Role would filter by its default*");

    [Fact]
    public void What_only_the_program_sets_always_filters() => Checking<SetWithin>().Should().NotThrow();

    [Fact]
    public void An_enum_has_one_of_its_names_whether_it_may_be_missing_or_not()
    {
        new PagedQueryValidator<SetWithin>().Validate(new SetWithin { Role = UserRole.Admin }).IsValid.Should().BeTrue();
        new PagedQueryValidator<SetWithin>().Validate(new SetWithin { Role = (UserRole)9 }).Errors.Should().ContainSingle(error => error.PropertyName == "Role");
        new PagedQueryValidator<ListUsers>().Validate(new ListUsers { Role = (UserRole)9 }).Errors.Should().ContainSingle(error => error.PropertyName == "Role");
    }

    private static DateTimeOffset? Second(int? second) => second is { } value ? Clock.Now.AddSeconds(value) : null;

    private static Action Checking<TQuery>() => () => ListConditions<User>.Check(typeof(TQuery));

    [SortedBy("CreatedAt")]
    private sealed record Timed : PagedQuery<UserResponse>
    {
        public DateTimeOffset? CreatedAfter { get; init; }

        public DateTimeOffset? CreatedBefore { get; init; }

        public DateTimeOffset? CreatedAt { get; init; }
    }

    [SortedBy("CreatedAt")]
    private sealed record Unknown : PagedQuery<UserResponse>
    {
        public int? Height { get; init; }
    }

    [SortedBy("CreatedAt")]
    private sealed record Mistyped : PagedQuery<UserResponse>
    {
        public string? Role { get; init; }
    }

    [SortedBy("CreatedAt")]
    private sealed record AlwaysSent : PagedQuery<UserResponse>
    {
        public UserRole Role { get; init; }
    }

    [SortedBy("CreatedAt")]
    private sealed record SetWithin : PagedQuery<UserResponse>
    {
        internal UserRole Role { get; init; }
    }
}
