using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Text;

/// <summary>Names of random letters, in many scripts, with combining marks; the same ones in every run.</summary>
internal sealed class GeneratedNames(int seed)
{
    // With what folds in its own way: İ and ı, ß and ẞ, final sigma, ligatures, letters that NFC takes apart.
    private static readonly string[] Scripts =
    [
        "abcdeikostuxyzABCEIKOSUZ", "äöüßẞÄÖÜéèçÉñÑåÅøØœŒæ", "ışğİIiçöüŞĞ", "αβγδεσςΣωΩάΐΰἄᾳῷΆΈΏ", "абвгдёйЁЙжшщЖШЩ", "ǆǅǄĳŀſķļņ", "ｗｉｄｅＷＩＤＥ①㎏ﬁ", "ạảấầẩẫậắơờởỡợưừửỮỰ",
        "אבגדהוזשׁש", "ابتثجحخدذرزشسآأؤئ", "कखगघचछजझटक़ख़ग़", "กขคงจฉชซ", "가나다라마바사아자", "日月火水木金土山川", "ႠႡႢაბგ", "ԱԲԳաբգև", "😀👩🏽🎈",
    ];

    private static readonly string[] Marks = ["", "", "", "", "\u0301", "\u0308", "\u0323", "\u0327", "\u0307", "\u0308\u0301"];

    private static readonly NormalizationForm[] Forms = [NormalizationForm.FormC, NormalizationForm.FormD];

    private readonly Random random = new(seed);

    /// <summary>A name of one to three words, in a random form.</summary>
    public string Next() => InAnyForm(string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Word(Scripts[random.Next(Scripts.Length)]))));

    /// <summary>The same name in a random form and case.</summary>
    public string Written(string name) => InAnyForm(random.Next(3) switch { 0 => name, 1 => name.ToUpperInvariant(), _ => name.ToLowerInvariant() });

    /// <summary>A text with another one somewhere inside it.</summary>
    public string Around(string inner) => $"{Word(Scripts[0])}{inner}{Word(Scripts[0])}";

    private string InAnyForm(string text) => text.Normalize(Forms[random.Next(Forms.Length)]);

    private string Word(string script)
    {
        var letters = script.EnumerateRunes().ToArray();
        StringBuilder word = new();
        for (var length = random.Next(2, 8); length > 0; length--)
        {
            word.Append(letters[random.Next(letters.Length)]).Append(Marks[random.Next(Marks.Length)]);
        }

        return word.ToString();
    }
}
