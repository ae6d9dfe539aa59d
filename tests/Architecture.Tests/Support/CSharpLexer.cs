namespace CleanApi.Architecture.Tests.Support;

/// <summary>Tells code, comments and strings apart (C# specification, sections 6.3.3 and 6.4.5.6), and no more than that.</summary>
internal sealed class CSharpLexer(string raw)
{
    private readonly char[] code = Blank(raw);
    private readonly char[] comments = Blank(raw);
    private readonly List<StringLiteral> literals = [];
    private int at;

    /// <summary>Reads all of it.</summary>
    public CSharpText Read()
    {
        while (at < raw.Length)
        {
            Step();
        }

        var commented = code.Select((c, i) => c is ' ' ? comments[i] : c).ToArray();
        return new CSharpText(raw, new string(code), new string(commented), [.. literals.OrderBy(literal => literal.Start)]);
    }

    private static char[] Blank(string text) => [.. text.Select(c => c is '\n' ? '\n' : ' ')];

    private void Step()
    {
        if (Next("//"))
        {
            Comment(raw.IndexOf('\n', at) is var end and >= 0 ? end : raw.Length);
        }
        else if (Next("/*"))
        {
            Comment(raw.IndexOf("*/", at + 2, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : raw.Length);
        }
        else if (raw[at] is '\'')
        {
            Character();
        }
        else if (raw[at] is '"' or '$' or '@' && StartsString(out var dollars, out var verbatim, out var quote))
        {
            Text(dollars, verbatim, quote);
        }
        else
        {
            code[at] = raw[at];
            at++;
        }
    }

    private bool Next(string text) => string.CompareOrdinal(raw, at, text, 0, text.Length) == 0;

    private void Comment(int end)
    {
        for (; at < end; at++)
        {
            comments[at] = raw[at];
        }
    }

    private void Character()
    {
        at++;
        while (at < raw.Length && raw[at] is not ('\'' or '\n'))
        {
            at += raw[at] is '\\' ? 2 : 1;
        }

        at++;
    }

    private bool StartsString(out int dollars, out bool verbatim, out int quote)
    {
        (dollars, verbatim, quote) = (0, false, at);
        for (; quote < raw.Length && raw[quote] is '$' or '@'; quote++)
        {
            dollars += raw[quote] is '$' ? 1 : 0;
            verbatim |= raw[quote] is '@';
        }

        return quote < raw.Length && raw[quote] is '"';
    }

    private void Text(int dollars, bool verbatim, int quote)
    {
        var start = at;
        at = quote;
        var quotes = Run('"');
        var holes = new List<string>();
        if (quotes == 2)
        {
            at += 2;
            literals.Add(new StringLiteral(start, at - start, "", holes));
            return;
        }

        at += quotes;
        var body = at;
        while (at < raw.Length && !Ends(quotes, verbatim))
        {
            var braces = dollars > 0 && raw[at] is '{' ? Run('{') : 0;
            if (braces >= dollars && braces > 0 && !(quotes == 1 && braces % 2 == 0))
            {
                at += braces;
                Hole(dollars, holes);
            }
            else
            {
                at += braces > 0 ? braces : (!verbatim && quotes == 1 && raw[at] is '\\') || (verbatim && raw[at] is '"') ? 2 : 1;
            }
        }

        literals.Add(new StringLiteral(start, Math.Min(at + quotes, raw.Length) - start, raw[body..Math.Min(at, raw.Length)], holes));
        at += quotes;
    }

    private bool Ends(int quotes, bool verbatim) => raw[at] is '"' && (verbatim ? Run('"') % 2 == 1 : Run('"') >= quotes);

    private void Hole(int braces, List<string> holes)
    {
        var (start, depth) = (at, 0);
        while (at < raw.Length && (depth > 0 || raw[at] is not '}'))
        {
            depth += raw[at] is '{' or '(' or '[' ? 1 : raw[at] is '}' or ')' or ']' ? -1 : 0;
            Step();
        }

        holes.Add(raw[start..Math.Min(at, raw.Length)]);
        at += braces;
    }

    private int Run(char c)
    {
        var end = at;
        while (end < raw.Length && raw[end] == c)
        {
            end++;
        }

        return end - at;
    }
}
