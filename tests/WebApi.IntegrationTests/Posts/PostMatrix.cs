using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Posts;

/// <summary>What each role is answered by each operation on a post, its own or another's, in each status.</summary>
internal static class PostMatrix
{
    private const string Head =
        """
        # Who may do what with a post

        What each role is answered by each operation on a post in each status, its own or somebody else's, as the tests saw it; `./renew.sh` writes this page. 404: the post does
        not exist for the caller ([0068](adr/0068-who-reads-a-post.md)). 403 and 409: with the reason. *listed*: whether `GET /api/v1/posts` has it. A viewer's own post is one
        from when they were a member. What keys are answered follows from their scopes: `posts:update` takes the place of *own*, `posts:manage` of *another's* ([all
        operations](permissions.md)).


        """;

    private static readonly string[] Statuses = ["DRAFT", "PUBLISHED", "ARCHIVED"];

    private static readonly (string Name, string Reader, string Author)[] Columns =
    [
        ("viewer, own", ApiFixture.Viewer, ApiFixture.Viewer),
        ("viewer, another's", ApiFixture.Viewer, ApiFixture.Member),
        ("member, own", ApiFixture.Member, ApiFixture.Member),
        ("member, another's", ApiFixture.Member, ApiFixture.Admin),
        ("admin, own", ApiFixture.Admin, ApiFixture.Admin),
        ("admin, another's", ApiFixture.Admin, ApiFixture.Member),
    ];

    private static readonly (string Name, string Method, string Path, string? Body)[] Operations =
    [
        ("`GET /api/v1/posts/{id}`", "GET", "", null),
        ("`PUT /api/v1/posts/{id}`", "PUT", "", """{"title":"Next"}"""),
        ("`PATCH /api/v1/posts/{id}`", "PATCH", "", """{"title":"Next"}"""),
        ("`POST /api/v1/posts/{id}/publish`", "POST", "/publish", null),
        ("`POST /api/v1/posts/{id}/archive`", "POST", "/archive", null),
        ("`DELETE /api/v1/posts/{id}`", "DELETE", "", null),
    ];

    /// <summary>Sends all requests; the page that shows the answers.</summary>
    public static async Task<string> PageAsync(PostsApi api)
    {
        List<string> lines = [$"| operation | status | {string.Join(" | ", Columns.Select(column => column.Name))} |", $"|{string.Concat(Enumerable.Repeat(" --- |", Columns.Length + 2))}"];
        foreach (var status in Statuses)
        {
            lines.Add(await RowAsync("listed", status, async (client, id) => await IsListedAsync(client, id) ? "yes" : "no"));
        }

        foreach (var (name, method, path, body) in Operations)
        {
            foreach (var status in Statuses)
            {
                lines.Add(await RowAsync(name, status, async (client, id) => Cell(body is null
                    ? await client.AnswerAsync(method, PostsApi.At(id) + path)
                    : await client.AnswerAsync(method, PostsApi.At(id) + path, body))));
            }
        }

        return Head.ReplaceLineEndings("\n") + string.Join('\n', lines) + "\n";

        // A post of its own for each request, so that none changes what another one is answered.
        async Task<string> RowAsync(string operation, string status, Func<HttpClient, string, Task<string>> ask)
        {
            List<string> cells = [];
            foreach (var (_, reader, author) in Columns)
            {
                using var client = await api.ClientAsync(reader);
                cells.Add(await ask(client, await api.StoreAsync(author, status)));
            }

            return $"| {operation} | {status} | {string.Join(" | ", cells)} |";
        }
    }

    private static async Task<bool> IsListedAsync(HttpClient client, string id) =>
        (await client.JsonAsync($"{PostsApi.Posts}?limit=100")).At("data").EnumerateArray().Any(post => post.Text("id") == id);

    private static string Cell(Answer answer) => answer.Status is 403 or 409 ? $"{answer.Status} {answer.Json.Text("error.details.0.code")}" : $"{answer.Status}";
}
