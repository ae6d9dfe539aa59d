using CleanApi.Domain.Common;
using CleanApi.Domain.Files;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Files;

/// <summary>What each role is answered by each operation on a file, its own or another's, that is there or was deleted.</summary>
internal static class FileMatrix
{
    private const string Path = "/api/v1/files";

    private const string Head =
        """
        # Who may do what with a file

        What each role is answered by each operation on a file, its own or somebody else's, as the tests saw it; `./renew.sh` writes this page. 404: the file does not exist for
        the caller. 403: with the reason. *listed*: whether `GET /api/v1/files` has it. A viewer's own file is one from when they were a member. What keys are answered follows from their
        scopes ([all operations](permissions.md)).


        """;

    private static readonly string[] Statuses = ["there", "deleted"];

    private static readonly (string Name, string Caller, string Uploader)[] Columns =
    [
        ("viewer, own", ApiFixture.Viewer, ApiFixture.Viewer),
        ("viewer, another's", ApiFixture.Viewer, ApiFixture.Member),
        ("member, own", ApiFixture.Member, ApiFixture.Member),
        ("member, another's", ApiFixture.Member, ApiFixture.Admin),
        ("admin, own", ApiFixture.Admin, ApiFixture.Admin),
        ("admin, another's", ApiFixture.Admin, ApiFixture.Member),
        ("admin of another organization", ApiFixture.OtherAdmin, ApiFixture.Member),
    ];

    private static readonly (string Name, string Method, string Suffix)[] Operations =
    [
        ("`GET /api/v1/files/{id}`", "GET", ""),
        ("`GET /api/v1/files/{id}/content`", "GET", "/content"),
        ("`DELETE /api/v1/files/{id}`", "DELETE", ""),
    ];

    /// <summary>Sends all requests; the page that shows the answers.</summary>
    public static async Task<string> PageAsync(ApiFixture api)
    {
        List<string> lines = [$"| operation | status | {string.Join(" | ", Columns.Select(column => column.Name))} |", $"|{string.Concat(Enumerable.Repeat(" --- |", Columns.Length + 2))}"];
        lines.Add(await RowAsync("`POST /api/v1/files`", "", async (client, _) => Cell(await UploadAsync(client))));
        foreach (var status in Statuses)
        {
            lines.Add(await RowAsync("listed", status, async (client, id) => await IsListedAsync(client, id) ? "yes" : "no"));
        }

        foreach (var (name, method, rest) in Operations)
        {
            foreach (var status in Statuses)
            {
                lines.Add(await RowAsync(name, status, async (client, id) => Cell(await client.AnswerAsync(method, $"{Path}/{id}{rest}"))));
            }
        }

        return Head.ReplaceLineEndings("\n") + string.Join('\n', lines) + "\n";

        // A file of its own for each request, so that none changes what another one is answered.
        async Task<string> RowAsync(string operation, string status, Func<HttpClient, string, Task<string>> ask)
        {
            List<string> cells = [];
            foreach (var (_, caller, uploader) in Columns)
            {
                using var client = await api.ClientAsync(caller);
                cells.Add(await ask(client, await StoreAsync(api, uploader, status)));
            }

            return $"| {operation} | {status} | {string.Join(" | ", cells)} |";
        }
    }

    private static Task<Answer> UploadAsync(HttpClient client) => client.AnswerAsync(new HttpRequestMessage(HttpMethod.Post, Path) { Content = UploadedFile.Pdf.Content() });

    private static async Task<string> StoreAsync(ApiFixture api, string uploader, string status)
    {
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        var id = (await UploadAsync(admin)).Json.Text("data.id")!;
        // Also of somebody who may not upload any more.
        await api.ExecuteAsync(
            $"update files.stored_files set uploader_id = (select id from users.users where email = '{uploader}') where id = '{IdOf(id)}'");
        if (status == "deleted")
        {
            (await admin.AnswerAsync("DELETE", $"{Path}/{id}")).Status.Should().Be(204);
        }

        return id;
    }

    private static Guid IdOf(string id) => TypeId.TryParse<StoredFileId>(id, out var file) ? file.Value : throw new FormatException(id);

    private static async Task<bool> IsListedAsync(HttpClient client, string id) =>
        (await client.JsonAsync($"{Path}?limit=100")).At("data").EnumerateArray().Any(file => file.Text("id") == id);

    private static string Cell(Answer answer) => answer.Status is 403 ? $"{answer.Status} {answer.Json.Text("error.details.0.code")}" : $"{answer.Status}";
}
