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
        foreach (var text in new[] { "", " \t", "\u200B", "two\nlines", "a\0b", "\u3164", "a\u202eb", "a\u200bb", "a\u2028b", "a\ufdd0b", new string('x', 201) })
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
    [InlineData("", NameViolation.Blank, FieldCodes.Blank)]
    [InlineData("\n", NameViolation.Blank, FieldCodes.Blank)]
    [InlineData("\u3164", NameViolation.Blank, FieldCodes.Blank)]
    [InlineData("\u115f\u1160", NameViolation.Blank, FieldCodes.Blank)]
    [InlineData("\uffa0", NameViolation.Blank, FieldCodes.Blank)]
    [InlineData("\u2800 \u2800", NameViolation.Blank, FieldCodes.Blank)]
    [InlineData("\ufe0f\u200d", NameViolation.Blank, FieldCodes.Blank)]
    [InlineData("\udb40\udc41", NameViolation.Blank, FieldCodes.Blank)]
    [InlineData("\u202e\u2066", NameViolation.Blank, FieldCodes.Blank)]
    [InlineData("\u0301", NameViolation.Blank, FieldCodes.Blank)]
    [InlineData("ad\u202ea", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("\u2066ada\u2069", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("ada\u2028", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\u2029da", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\u200bda", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("\ufeffada", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\u00adda", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\udb40\udc41da", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("\ud834\udd59", NameViolation.Blank, FieldCodes.Blank)]
    [InlineData("\u2065", NameViolation.Blank, FieldCodes.Blank)]
    [InlineData("a\u2065da", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\ufff0da", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\udb40\udc00da", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\u3164da", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\u115fda", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\u1160da", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\uffa0da", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\u2800da", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\u034fda", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a \ufe0fda", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\ufe0f\ufe0fda", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("ada\u200d", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("\u200cada", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a \u200dda", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("a\u200d\u200dd", NameViolation.FormatCharacter, FieldCodes.InvalidFormat)]
    [InlineData("ada\u0085", NameViolation.ControlCharacter, FieldCodes.InvalidFormat)]
    [InlineData("ada\ufdd0", NameViolation.Malformed, FieldCodes.InvalidFormat)]
    [InlineData("ada\ud83f\udffe", NameViolation.Malformed, FieldCodes.InvalidFormat)]
    [InlineData("Ada Lovelace", NameViolation.TooLong, FieldCodes.TooLong)]
    [InlineData("Ada King\0www.", NameViolation.TooLong, FieldCodes.TooLong)]
    [InlineData("www.\0", NameViolation.ControlCharacter, FieldCodes.InvalidFormat)]
    [InlineData("Ada\n", NameViolation.ControlCharacter, FieldCodes.InvalidFormat)]
    [InlineData("WWW.ada", NameViolation.Link, FieldCodes.InvalidFormat)]
    [InlineData("a://b", NameViolation.Link, FieldCodes.InvalidFormat)]
    [Trait("Requirement", "R241")]
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

    // Not among the theory's data: U+FFFE and half a surrogate pair do not survive the way from discovery to run.
    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    [Trait("Requirement", "R241")]
    public void What_is_no_Unicode_is_refused_in_names_and_texts(int unit)
    {
        var text = $"Zoe\u0308 {(char)unit}";
        NameRule.Public.Check(text).Should().Be(NameViolation.Malformed);
        User.BioRule.Check(text).Should().Be(TextViolation.Malformed);
        Nfc.Of(text).Should().Be(text);
    }

    [Theory]
    [InlineData("می\u200cخواهم")]
    [InlineData("क\u094d\u200dष")]
    [InlineData("👩🏽\u200d💻 👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥")]
    [InlineData("🙂\u200d↔\ufe0f")]
    [InlineData("צָהַל עברית")]
    [InlineData("\ue000")]
    [InlineData("1\ufe0f\u20e3 ☕\ufe0f")]
    [InlineData("葛\udb40\udd00城")]
    [Trait("Requirement", "R241")]
    public void A_joiner_inside_a_word_is_part_of_its_spelling(string name) => NameRule.Public.Require(name).Should().Be(Nfc.Of(name));

    [Fact]
    [Trait("Requirement", "R241")]
    public void Names_and_texts_are_kept_in_NFC_and_counted_in_it()
    {
        var rule = new NameRule(maxLength: 3, allowsLinks: false);
        rule.Require("Zoe\u0308").Should().Be("Zo\u00eb");
        rule.Check("Zoe\u0308x").Should().Be(NameViolation.TooLong);
        rule.Check("ab\u0958").Should().Be(NameViolation.TooLong, "NFC takes the letter apart (UAX #15, composition exclusions)");
        new TextRule(1).Require("e\u0308", "bio").Should().Be("\u00eb");
        var user = User.Create(Tenant, Email, "Zoe\u0308", UserRole.Member, Now);
        user.Name.Should().Be("Zo\u00eb");
        user.UpdateProfile("Zoe\u0308", "A\u030a", null, Now);
        (user.Name, user.Bio).Should().Be(("Zo\u00eb", "\u00c5"));
        user.ClearDomainEvents();
        user.UpdateProfile("Zoe\u0308", "\u212b", null, Now);
        user.Events.Should().BeEmpty("nothing changed");
        var post = Post.Create(Tenant, TypeId.New<UserId>(Now), "u\u0308ber", "u\u0308\n\u202bber", Now);
        (post.Title, post.Body).Should().Be(("\u00fcber", "\u00fc\n\u202bber"));
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
        const string name = "Ada Lovelace, Comtesse Noël de Lovelace";
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
