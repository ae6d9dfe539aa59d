using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Common;

/// <summary>One rule for names; every aggregate that has one requires it, whoever calls.</summary>
public sealed class NameRuleTests
{
    private const string Link = "see www.evil.test";

    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly EmailAddress Email = EmailAddress.Parse("ada@acme.test");
    private static readonly OrganizationId Tenant = TypeId.New<OrganizationId>(Now);
    private static readonly PasskeyCredential Credential = new([1], [2], 0, "", true, false, false);

    /// <summary>What sets a name, and whether links are let through.</summary>
    public static TheoryData<string, Action<string>, bool> Writes => new()
    {
        { "user", name => User.Create(Tenant, Email, name, UserRole.Member, Now), false },
        { "first administrator", name => User.CreateActive(Tenant, Email, name, UserRole.Admin, Now), false },
        { "profile", name => User.Create(Tenant, Email, "Ada", UserRole.Member, Now).UpdateProfile(name, null, null, Now), false },
        { "organization", name => Organization.Create(name, Now), false },
        { "renamed organization", name => Organization.Create("Acme", Now).Rename(name, Now), false },
        { "post", name => Post.Create(Tenant, TypeId.New<UserId>(Now), name, "", Now), true },
        { "passkey", name => Passkey.Create(TypeId.New<AccountId>(Now), name, Credential, Now), true },
        { "renamed passkey", name => Passkey.Create(TypeId.New<AccountId>(Now), "Laptop", Credential, Now).Rename(name, Now), true },
        { "API key", name => CreateKey(name), true },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    [Trait("Requirement", "R15")]
    public void An_aggregate_takes_nothing_else_for_a_name(string what, Action<string> write, bool allowsLinks)
    {
        foreach (var text in new[] { "", " \t", "\u200B", "two\nlines", "a\0b", new string('x', 201) })
        {
            write.Invoking(one => one(text)).Should().Throw<ValidationError>("it is the name of: {0}", what);
        }

        write.Invoking(one => one("Ada")).Should().NotThrow();
        if (allowsLinks)
        {
            write.Invoking(one => one(Link)).Should().NotThrow();
        }
        else
        {
            write.Invoking(one => one(Link)).Should().Throw<ValidationError>();
        }
    }

    [Theory]
    [InlineData(null, NameViolation.Missing, FieldCodes.Required)]
    [InlineData("", NameViolation.Blank, FieldCodes.TooShort)]
    [InlineData("\n", NameViolation.Blank, FieldCodes.TooShort)]
    [InlineData("Ada Lovelace", NameViolation.TooLong, FieldCodes.TooLong)]
    [InlineData("Ada King\0www.", NameViolation.TooLong, FieldCodes.TooLong)]
    [InlineData("www.\0", NameViolation.ControlCharacter, FieldCodes.InvalidFormat)]
    [InlineData("Ada\n", NameViolation.ControlCharacter, FieldCodes.InvalidFormat)]
    [InlineData("WWW.ada", NameViolation.Link, FieldCodes.InvalidFormat)]
    [InlineData("a://b", NameViolation.Link, FieldCodes.InvalidFormat)]
    public void The_first_violation_is_told(string? text, NameViolation violation, string code)
    {
        var rule = new NameRule(maxLength: 8, allowsLinks: false);

        rule.Check(text).Should().Be(violation);
        var detail = rule.Invoking(one => one.Require(text, "field")).Should().Throw<ValidationError>().Which.Details.Should().ContainSingle().Subject;
        (detail.Field, detail.Code, detail.Message).Should().Be(("field", code, rule.MessageOf(violation)));
    }

    [Fact]
    public void A_name_is_kept_without_the_spaces_around_it_and_its_length_is_counted_in_characters()
    {
        var rule = new NameRule(maxLength: 3, allowsLinks: false);
        rule.Require("  😀😀😀 ").Should().Be("😀😀😀");
        User.Create(Tenant, Email, " Ada ", UserRole.Member, Now).Name.Should().Be("Ada");
    }

    [Fact]
    public void A_name_that_stays_is_not_checked_again() => new NameRule(maxLength: 1, allowsLinks: false).Change("Ada", "Ada").Should().Be("Ada");

    [Fact]
    public void A_missing_name_is_called_what_it_is()
    {
        NameRule.Public.MessageOf(NameViolation.Missing).Should().Be("Name is required");
        Post.TitleRule.MessageOf(NameViolation.Missing).Should().Be("Title is required");
    }

    [Fact]
    public void A_check_allocates_nothing()
    {
        const string name = "Ada Lovelace, Countess of Lovelace 😀";
        NameRule.Public.Require(name).Should().Be(name);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            _ = NameRule.Public.Require(name);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    private static ApiKey CreateKey(string name) =>
        ApiKey.Create(Tenant, TypeId.New<UserId>(Now), new ApiKeyTerms(name, ApiKeyMode.Live, [], null, null), new string('0', 64), "abcd", Now);
}
